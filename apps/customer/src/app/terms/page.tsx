import type { Metadata } from "next";
import { Terms } from "@/parts/terms";

export const metadata: Metadata = { title: "Booking terms" };

export default function Page() {
  return <Terms />;
}
