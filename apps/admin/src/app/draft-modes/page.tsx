import type { Metadata } from "next";
import { DraftModesPage } from "@/drafts/modes";

export const metadata: Metadata = { title: "Draft modes" };

export default DraftModesPage;
