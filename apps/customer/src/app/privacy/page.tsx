import type { Metadata } from "next";
import { Privacy } from "@/parts/privacy";

export const metadata: Metadata = { title: "Privacy", alternates: { canonical: "/privacy" } };

export default function Page() {
  return <Privacy />;
}
