import type { Metadata } from "next";
import { PricePage } from "@/quote/price-page";

export const metadata: Metadata = { title: "Your price" };

export default function Page() {
  return (
    <div className="py-8">
      <h1 className="text-5xl font-semibold tracking-tight">Your price, line by line</h1>
      <PricePage />
    </div>
  );
}
