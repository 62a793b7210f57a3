import type { Metadata } from "next";
import { GapsPage } from "@/feedback/gaps";

export const metadata: Metadata = { title: "Knowledge gaps" };

export default GapsPage;
