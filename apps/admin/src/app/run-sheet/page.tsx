import type { Metadata } from "next";
import { RunSheet } from "@/calendar/sheet";

export const metadata: Metadata = { title: "Run sheet" };

export default function Page() {
  return <RunSheet />;
}
