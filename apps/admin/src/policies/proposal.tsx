"use client";

import { useState, type FormEvent } from "react";
import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { useHome } from "@/parties/api";
import { instantIn } from "@/calendar/days";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Refusal } from "@/shell/refusal";
import { Effect, Invalid } from "./effect";
import { patchOf, type Edits } from "./leaves";

type Props = { edits: Edits; onSaved: () => void; onDrop: () => void };

/** The bar of what is not saved yet: try it, save it as a version with its date and reason, or drop it. */
export function Proposal({ edits, onSaved, onDrop }: Props) {
  const [isOpen, open] = useState(false);
  const number = Object.keys(edits).length;
  if (number === 0) return null;
  return (
    <div role="region" aria-label="Changes that are not saved" className="sticky bottom-0 z-10 flex flex-wrap items-center gap-3 rounded-xl border border-honey bg-honey-soft px-4 py-3">
      <p className="mr-auto font-semibold text-honey">
        {number} {number === 1 ? "change is" : "changes are"} not saved.
      </p>
      <Button size="small" look="quiet" onClick={onDrop}>
        Drop
      </Button>
      <Button size="small" onClick={() => open(true)}>
        Preview and save
      </Button>
      {isOpen ? (
        <Save
          edits={edits}
          onClose={() => open(false)}
          onSaved={() => {
            open(false);
            onSaved();
          }}
        />
      ) : null}
    </div>
  );
}

function Save({ edits, onClose, onSaved }: { edits: Edits; onClose: () => void; onSaved: () => void }) {
  const home = useHome();
  const [date, setDate] = useState("");
  // A day is the business's own: until its zone is known, a chosen day must not be saved as "now".
  const from = date && home ? instantIn(home, date, "00:00") : null;
  const saving = useChange({
    call: (note: string) => answered(api.PATCH("/api/v1/admin/policies", { body: { changes: patchOf(edits), effective_from: from, note } })),
    touches: [["policies"], ["menu"], ["audit"]],
    done: from ? "Saved: it holds from that day on." : "Saved: it holds now.",
    then: onSaved,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.mutate(String(new FormData(event.currentTarget).get("note")));
  };
  return (
    <Dialog title="Preview and save" about="Parties that are booked keep the version that they were booked at." open onClose={onClose}>
      <Effect edits={edits} from={from} />
      <form onSubmit={submit} className="grid gap-4 border-t border-line pt-4">
        <Field label="From which day" type="date" value={date} onChange={(event) => setDate(event.target.value)} hint="Left empty, it holds at once." />
        <Field label="Why" name="note" maxLength={500} required />
        <Refusal error={saving.error} />
        <Invalid error={saving.error} />
        <Button type="submit" disabled={saving.isPending || (date !== "" && from === null)}>
          Save as a new version
        </Button>
      </form>
    </Dialog>
  );
}
