import type { Metadata } from "next";
import { ReferralsPage } from "@/referrals/page";

export const metadata: Metadata = { title: "Referrals" };

export default ReferralsPage;
