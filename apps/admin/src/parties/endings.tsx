"use client";

import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { useChange } from "@/shell/change";
import { PARTIES } from "./api";
import type { Booking } from "./words";

const CALLS = {
  completed: (id: string) => answered(api.POST("/api/v1/admin/bookings/{booking_id}/complete", { params: { path: { booking_id: id } }, body: {} })),
  no_show: (id: string) => answered(api.POST("/api/v1/admin/bookings/{booking_id}/no-show", { params: { path: { booking_id: id } }, body: {} })),
};
const WORDS = { completed: "It took place", no_show: "Nobody was there" };

type Ending = keyof typeof CALLS;

/** How a party that has begun ended, and the other way round where that was wrong. */
export function Endings({ party }: { party: Booking }) {
  const ending = useChange({ call: (how: Ending) => CALLS[how](party.id), touches: PARTIES, done: "Noted." });
  const hasBegun = Date.parse(party.event_start) <= Date.now();
  if (!hasBegun || !["confirmed", "completed", "no_show"].includes(party.status)) return null;
  return (["completed", "no_show"] as const)
    .filter((how) => how !== party.status)
    .map((how) => (
      <Button key={how} size="small" look="quiet" disabled={ending.isPending} onClick={() => ending.mutate(how)}>
        {WORDS[how]}
      </Button>
    ));
}
