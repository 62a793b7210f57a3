"use client";

import { useMutation } from "@tanstack/react-query";
import { Refused } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { useState } from "react";
import { day } from "@/facts/words";
import { Refusal } from "@/parts/refusal";
import type { Wish } from "@/quote/wish";
import { Calendar, Times } from "./calendar";
import { hold, useHold, type Held, type Opening } from "./hold";
import { monthOf, useOpenings } from "./openings";

type Props = { wish: Wish; asked: string | null; onBack: () => void; onHeld: (held: Held) => void };

/** A day, a start; taken meanwhile: the reason, and the nearest that are free. */
export function TimeStep({ wish, asked, onBack, onHeld }: Props) {
  const [month, setMonth] = useState(() => monthOf(asked ?? new Date().toISOString()));
  const [chosen, choose] = useState<string | null>(asked);
  const { data, error, isFetching, refetch } = useOpenings(month, wish.zip);
  const openings = data?.openings ?? [];
  const holding = useMutation({
    mutationFn: (at: Pick<Opening, "date" | "time">) => hold(wish, at, useHold.getState().held),
    onSuccess: onHeld,
    onError: () => void refetch(),
  });
  const times = openings.filter((one) => one.date === chosen);
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <Calendar
        month={month}
        openings={openings}
        loading={isFetching}
        chosen={chosen}
        onMonth={setMonth}
        onDay={choose}
      />
      <div className="grid content-start gap-5">
        <NotFree error={error ?? holding.error} busy={holding.isPending} onTime={holding.mutate} />
        {chosen ? (
          <section aria-label={`Free starts on ${day(chosen)}`} className="grid gap-3">
            <h2 className="text-2xl font-semibold">{day(chosen)}</h2>
            {times.length || isFetching ? null : <p className="text-quiet">Nothing is free on this day.</p>}
            <Times openings={times} busy={holding.isPending} onTime={holding.mutate} />
            {data ? <p className="text-sm text-quiet">Times are those of the place ({data.zone}).</p> : null}
          </section>
        ) : (
          <p className="text-lg text-quiet">Pick a day. The ones in bold have a free chef.</p>
        )}
        <Button look="plain" className="justify-self-start" onClick={onBack}>
          Change the party
        </Button>
      </div>
    </div>
  );
}

type NotFreeProps = { error: Error | null; busy: boolean; onTime: (opening: Opening) => void };

function NotFree({ error, busy, onTime }: NotFreeProps) {
  const nearest = alternatives(error);
  return (
    <Refusal error={error}>
      {nearest.length ? (
        <ul className="mt-3 grid gap-2">
          {nearest.map((one) => (
            <li key={one.start} className="flex flex-wrap items-center justify-between gap-2">
              {day(one.date)}
              <Times openings={[one]} busy={busy} onTime={onTime} />
            </li>
          ))}
        </ul>
      ) : null}
    </Refusal>
  );
}

function alternatives(error: Error | null): Opening[] {
  const offered = error instanceof Refused && error.refusal.details?.["alternatives"];
  return Array.isArray(offered) ? (offered as Opening[]) : [];
}
