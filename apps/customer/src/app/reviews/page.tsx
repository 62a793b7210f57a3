import type { Metadata } from "next";
import { ReviewList } from "@/reviews/list";

export const metadata: Metadata = { title: "What guests say" };

export default function Page() {
  return (
    <div className="grid gap-6 py-8">
      <h1 className="text-5xl font-semibold tracking-tight">What guests say</h1>
      <ReviewList />
    </div>
  );
}
