import type { Metadata } from "next";
import { Suspense } from "react";
import { BookingFlow } from "@/book/flow";

export const metadata: Metadata = { title: "Book a party" };

export default function Page() {
  return (
    <div className="py-8">
      <h1 className="text-5xl font-semibold tracking-tight">Book a party</h1>
      <Suspense fallback={<p className="mt-8 text-quiet">One moment.</p>}>
        <BookingFlow />
      </Suspense>
    </div>
  );
}
