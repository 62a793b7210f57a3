import type { Metadata } from "next";
import { Suspense } from "react";
import { Letters } from "@/letters/page";

export const metadata: Metadata = { title: "Letters", referrer: "no-referrer" };

export default function Page() {
  return (
    <div className="grid gap-6 py-8">
      <h1 className="text-5xl font-semibold tracking-tight">Letters</h1>
      <Suspense fallback={<p className="text-quiet">One moment.</p>}>
        <Letters />
      </Suspense>
    </div>
  );
}
