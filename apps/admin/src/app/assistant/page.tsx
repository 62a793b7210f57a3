import type { Metadata } from "next";
import { AssistantPage } from "@/assistant/page";

export const metadata: Metadata = { title: "Ask" };

export default AssistantPage;
