import type { Metadata } from "next";
import { NewslettersPage } from "@/newsletters/page";

export const metadata: Metadata = { title: "Newsletters" };

export default NewslettersPage;
