"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { at } from "@/shell/words";
import type { Booking } from "./words";

/** What the guests of a party chose by its link; nothing where the host shared none and nobody chose. */
export function GuestChoices({ party }: { party: Booking }) {
  const found = useQuery({
    queryKey: ["booking", party.id, "guests"],
    queryFn: () =>
      answered(api.GET("/api/v1/admin/bookings/{booking_id}/guests", { params: { path: { booking_id: party.id } } })),
  });
  if (found.error) return <Refusal error={found.error} again={() => void found.refetch()} />;
  if (!found.data || (!found.data.link && !found.data.choices.length)) return null;
  const { choices, guests, taken_at, dishes } = found.data;
  return (
    <Panel title="Guests' choices">
      <p className="border-b border-line px-4 py-3 text-sm">
        {choices.length} of {guests} chose{dishes.length ? `: ${dishes.map(({ portions, label }) => `${portions} ${label}`).join(", ")}` : ""}.{" "}
        <span className="text-quiet">
          {taken_at ? `The host took them over ${at(taken_at, new Date())}.` : "The host has not taken them over yet."}
        </span>
      </p>
      <ul className="divide-y divide-line text-sm">
        {choices.map((choice) => (
          <li key={choice.id} className="px-4 py-2">
            <span className="font-semibold">{choice.name}</span>
            {choice.age === "adult" ? null : <span className="text-quiet"> ({choice.age})</span>}:{" "}
            {choice.dishes.map(({ label, upgrade }) => (upgrade ? `${label} (upgrade)` : label)).join(", ") || "no protein"}
            {choice.diet ? <span className="text-quiet"> · {choice.diet}</span> : null}
            {choice.allergies ? <strong className="text-honey"> · allergic to {choice.allergies}</strong> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
