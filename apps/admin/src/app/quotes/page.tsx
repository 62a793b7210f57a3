import type { Metadata } from "next";
import { Quotes } from "@/quotes/page";

export const metadata: Metadata = { title: "Quotes" };

export default function Page() {
  return <Quotes />;
}
