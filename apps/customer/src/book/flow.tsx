"use client";

import { useEffect, useState } from "react";
import { Asked } from "@/parts/asked";
import { NotYet } from "@/parts/not-yet";
import { useRememberedWish } from "@/quote/form";
import { DetailsStep } from "./details-step";
import { useHold } from "./hold";
import { dayOf } from "./openings";
import { PartyStep } from "./party-step";
import { TimeStep } from "./time-step";

type Step = "party" | "time" | "details";
const STEPS: { step: Step; name: string }[] = [
  { step: "party", name: "Your party" },
  { step: "time", name: "A time" },
  { step: "details", name: "Your details" },
];

/** Booking in three steps, at the day that the address asks for; a hold that still runs is gone on with. */
export function BookingFlow() {
  const [asked, ask] = useState<string | null>(null);
  const wish = useRememberedWish();
  const { held, keep } = useHold();
  const [step, go] = useState<Step>("party");
  useEffect(() => {
    void useHold.persist.rehydrate();
    const kept = useHold.getState().held;
    if (kept && Date.parse(kept.expires_at) > Date.now()) go("details");
  }, []);
  return (
    <div className="mt-6 grid gap-8">
      <Asked name="date" tell={ask} />
      <Progress step={step} />
      {step === "party" ? (
        <NotYet>
          <PartyStep wish={wish} onDone={() => go("time")} />
        </NotYet>
      ) : null}
      {step === "time" ? (
        <TimeStep
          wish={wish}
          asked={dayOf(asked)}
          onBack={() => go("party")}
          onHeld={(one) => {
            keep(one);
            go("details");
          }}
        />
      ) : null}
      {step === "details" && held ? <DetailsStep held={held} onBack={() => go("time")} /> : null}
    </div>
  );
}

function Progress({ step }: { step: Step }) {
  return (
    <ol className="flex flex-wrap gap-x-6 gap-y-1 text-quiet">
      {STEPS.map(({ step: one, name }, at) => (
        <li key={one} aria-current={one === step ? "step" : undefined} className="aria-[current]:font-semibold aria-[current]:text-ember">
          {at + 1}. {name}
        </li>
      ))}
    </ol>
  );
}
