import type { Metadata } from "next";
import { DraftsPage } from "@/drafts/page";

export const metadata: Metadata = { title: "Drafts" };

export default DraftsPage;
