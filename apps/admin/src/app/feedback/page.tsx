import type { Metadata } from "next";
import { FeedbackPage } from "@/feedback/page";

export const metadata: Metadata = { title: "Feedback" };

export default FeedbackPage;
