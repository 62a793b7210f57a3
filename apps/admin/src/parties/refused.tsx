import type { Schemas } from "@hibachi/api-client";
import { Refused } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Notice } from "@hibachi/ui/notice";
import { day } from "@/shell/words";
import { Refusal } from "@/shell/refusal";
import { clock } from "./words";

export type Opening = Schemas["Opening"];

type Props = { error: Error | null; onTake?: (opening: Opening) => void };

/** A refusal of a time: the reason, and the nearest times that can be had, each a button where one can take it. */
export function NotThen({ error, onTake }: Props) {
  const nearest = alternatives(error);
  if (!error || nearest.length === 0 || !onTake) return <Refusal error={error} />;
  return (
    <Notice kind="problem" title={error.message}>
      <Nearest openings={nearest} onTake={onTake} />
    </Notice>
  );
}

/** The nearest times, each a button. */
export function Nearest({ openings, onTake }: { openings: Opening[]; onTake: (opening: Opening) => void }) {
  if (openings.length === 0) return null;
  return (
    <div className="grid gap-2">
      <p>The nearest times that are free:</p>
      <div className="flex flex-wrap gap-2">
        {openings.map((one) => (
          <Button key={one.start} look="quiet" size="small" onClick={() => onTake(one)}>
            {day(one.date)}, {clock(one.time)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** What a refused call offers instead. */
function alternatives(error: Error | null): Opening[] {
  const found = error instanceof Refused ? (error.refusal.details as { alternatives?: Opening[] } | undefined) : undefined;
  return found?.alternatives ?? [];
}
