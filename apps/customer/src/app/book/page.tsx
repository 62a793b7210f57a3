import type { Metadata } from "next";
import { BookingFlow } from "@/book/flow";

export const metadata: Metadata = { title: "Book a party" };

export default function Page() {
  return (
    <div className="py-8">
      <h1 className="text-5xl font-semibold tracking-tight">Book a party</h1>
      <BookingFlow />
    </div>
  );
}
