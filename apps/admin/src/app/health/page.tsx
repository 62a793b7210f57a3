import type { Metadata } from "next";
import { Health } from "@/health/page";

export const metadata: Metadata = { title: "System health" };

export default function Page() {
  return <Health />;
}
