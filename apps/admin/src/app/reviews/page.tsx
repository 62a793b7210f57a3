import type { Metadata } from "next";
import { ReviewsPage } from "@/reviews/page";

export const metadata: Metadata = { title: "Reviews" };

export default ReviewsPage;
