import type { Metadata } from "next";
import { NeedsReviewPage } from "@/review/page";

export const metadata: Metadata = { title: "Needing review" };

export default NeedsReviewPage;
