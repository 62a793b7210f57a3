"use client";

import { useState } from "react";
import { Calendar, Times } from "@/book/calendar";
import { monthOf, useOpenings } from "@/book/openings";
import { clock, day } from "@/facts/words";
import { Refusal } from "@/parts/refusal";
import { Consequence, Fold } from "./consequence";
import { useChangePreview, useDeeds, type Booking, type Key } from "./party";

type When = { date: string; time: string };

/** Another day or start: the fee, if there is one, is shown first. */
export function MoveParty({ party, booking }: { party: Key; booking: Booking }) {
  const [month, setMonth] = useState(monthOf(booking.event_date));
  const [chosen, choose] = useState<string | null>(null);
  const [to, setTo] = useState<When | null>(null);
  const { data, isFetching } = useOpenings(month, booking.zip_code);
  const preview = useChangePreview(party);
  const { change } = useDeeds(party);
  const openings = data?.openings ?? [];
  const look = (when: When) => {
    setTo(when);
    preview.mutate(when);
  };
  return (
    <Fold title="Another day or time">
      <Calendar month={month} openings={openings} loading={isFetching} chosen={chosen} onMonth={setMonth} onDay={choose} />
      {chosen ? (
        <Times
          openings={openings.filter((one) => one.date === chosen)}
          busy={preview.isPending}
          onTime={({ date, time }) => look({ date, time })}
        />
      ) : null}
      <Refusal error={preview.error ?? change.error} />
      {preview.data && to ? (
        <div className="grid gap-2">
          <p className="font-semibold">
            {day(to.date)} at {clock(to.time)}
          </p>
          <Consequence
            preview={preview.data}
            busy={change.isPending}
            onYes={() => change.mutate({ ...to, revision: preview.data.revision }, { onSuccess: () => preview.reset() })}
          >
            <Times openings={preview.data.alternatives} busy={preview.isPending} onTime={({ date, time }) => look({ date, time })} />
          </Consequence>
        </div>
      ) : null}
    </Fold>
  );
}
