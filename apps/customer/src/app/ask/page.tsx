import type { Metadata } from "next";
import { AskForm } from "@/ask/form";

export const metadata: Metadata = { title: "Ask us" };

export default function Page() {
  return (
    <div className="grid gap-6 py-8">
      <h1 className="text-5xl font-semibold tracking-tight">Ask us</h1>
      <p className="max-w-prose text-lg text-quiet">Not ready to book? Tell us what you think of, and how we can answer you.</p>
      <AskForm />
    </div>
  );
}
