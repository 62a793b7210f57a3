import type { Metadata } from "next";
import { Suspense } from "react";
import { BookingFlow, Steps } from "@/book/flow";
import { NotYet } from "@/parts/not-yet";

export const metadata: Metadata = { title: "Book a party" };

export default function Page() {
  return (
    <div className="py-8">
      <h1 className="text-5xl font-semibold tracking-tight">Book a party</h1>
      <Suspense
        fallback={
          <NotYet>
            <Steps asked={null} />
          </NotYet>
        }
      >
        <BookingFlow />
      </Suspense>
    </div>
  );
}
