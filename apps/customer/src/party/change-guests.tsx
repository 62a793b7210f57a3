"use client";

import { Button } from "@hibachi/ui/button";
import { Stepper } from "@hibachi/ui/stepper";
import { useState } from "react";
import { Refusal } from "@/parts/refusal";
import { Consequence, Fold } from "./consequence";
import { useChangePreview, useDeeds, type Booking, type Key } from "./party";

/** Other guests: the difference is shown first. */
export function ChangeGuests({ party, booking }: { party: Key; booking: Booking }) {
  const [wanted, want] = useState({ adults: booking.adults, children: booking.children, toddlers: booking.toddlers });
  const preview = useChangePreview(party);
  const { change } = useDeeds(party);
  const set = (part: Partial<typeof wanted>) => {
    want((before) => ({ ...before, ...part }));
    preview.reset();
  };
  return (
    <Fold title="Guests">
      <div>
        <Stepper label="Adults" value={wanted.adults} onChange={(adults) => set({ adults })} />
        <Stepper label="Children" value={wanted.children} onChange={(children) => set({ children })} />
        <Stepper label="Little ones" value={wanted.toddlers} onChange={(toddlers) => set({ toddlers })} />
      </div>
      <Refusal error={preview.error ?? change.error} />
      {preview.data ? (
        <Consequence
          preview={preview.data}
          busy={change.isPending}
          onYes={() =>
            change.mutate({ ...wanted, revision: preview.data.revision }, { onSuccess: () => preview.reset() })
          }
        />
      ) : (
        <Button look="quiet" className="justify-self-start" disabled={preview.isPending} onClick={() => preview.mutate(wanted)}>
          What would that be?
        </Button>
      )}
    </Fold>
  );
}
