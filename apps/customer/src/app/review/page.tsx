import type { Metadata } from "next";
import { Suspense } from "react";
import { GiveReview } from "@/reviews/give";

export const metadata: Metadata = { title: "How was your party?", robots: { index: false }, referrer: "no-referrer" };

export default function Page() {
  return (
    <div className="grid gap-6 py-8">
      <h1 className="text-5xl font-semibold tracking-tight">How was your party?</h1>
      <Suspense fallback={<p className="text-quiet">One moment.</p>}>
        <GiveReview />
      </Suspense>
    </div>
  );
}
