import type { Metadata } from "next";
import { Keys } from "@/staff/keys";

export const metadata: Metadata = { title: "API keys" };

export default function Page() {
  return <Keys />;
}
