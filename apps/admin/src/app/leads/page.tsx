import type { Metadata } from "next";
import { LeadsPage } from "@/leads/page";

export const metadata: Metadata = { title: "Leads" };

export default LeadsPage;
