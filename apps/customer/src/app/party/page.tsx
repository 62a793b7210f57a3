import type { Metadata } from "next";
import { Suspense } from "react";
import { PartyPage } from "@/party/page";

export const metadata: Metadata = { title: "Your party", robots: { index: false }, referrer: "no-referrer" };

export default function Page() {
  return (
    <div className="py-8">
      <Suspense fallback={<p className="text-quiet">One moment.</p>}>
        <PartyPage />
      </Suspense>
    </div>
  );
}
