import type { Metadata } from "next";
import { Suspense } from "react";
import { ChoosePage } from "@/choose/page";

export const metadata: Metadata = { title: "What would you like to eat?", robots: { index: false }, referrer: "no-referrer" };

export default function Page() {
  return (
    <div className="py-8">
      <Suspense fallback={<p className="text-quiet">One moment.</p>}>
        <ChoosePage />
      </Suspense>
    </div>
  );
}
