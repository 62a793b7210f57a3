"use client";

import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Area } from "@/shell/area";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Refusal } from "@/shell/refusal";
import type { Book, Script } from "./scripts";

type Situation = Schemas["NewScript"]["situation"];
const SELECT = "min-h-12 rounded-xl border border-line bg-raised px-3 text-base font-normal";

/** A new script, or other words for one: proposed, and said once somebody released it. */
export function ScriptDialog({ book, script, onClose }: { book: Book; script?: Script; onClose: () => void }) {
  const [text, write] = useState(script?.text ?? "");
  const proposing = useChange({
    call: (body: Schemas["NewScript"]) => answered(api.POST("/api/v1/admin/scripts/proposals", { body })),
    touches: [["scripts"]],
    done: "It waits for a yes.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    proposing.mutate({
      key: script?.key ?? null, situation: String(given.get("situation")) as Situation, text, active: given.get("active") === "on", note: String(given.get("note")),
    });
  };
  return (
    <Dialog title={script ? "Change the script" : "Add a script"} about="A number is never written: choose the fact that holds it, and it is filled in as it stands that day." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <label className="grid gap-1.5 text-sm font-semibold">
          Situation
          <select name="situation" defaultValue={script?.situation} className={SELECT}>
            {Object.entries(book.situations).map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <Area label="The words" name="text" required minLength={3} maxLength={600} rows={4} value={text} onChange={(event) => write(event.target.value)} />
        <Facts facts={book.facts} onName={(name) => write(`${text.trimEnd()} {${name}}`.trimStart())} />
        <Field label="Why" name="note" required maxLength={400} />
        <label className="flex items-center gap-2 text-sm">
          <input type="checkbox" name="active" defaultChecked={script?.active ?? true} className="size-4" />
          The concierge says it
        </label>
        <Refusal error={proposing.error} />
        <Button type="submit" disabled={proposing.isPending}>
          Propose it
        </Button>
      </form>
    </Dialog>
  );
}

/** What may be filled in, with what it says now; one is added to the words by a click. */
function Facts({ facts, onName }: { facts: Record<string, string>; onName: (name: string) => void }) {
  return (
    <details className="text-sm">
      <summary className="cursor-pointer font-semibold">Facts that are filled in</summary>
      <ul className="mt-2 grid gap-1">
        {Object.entries(facts).map(([name, value]) => (
          <li key={name} className="flex flex-wrap items-center gap-2">
            <Button look="quiet" size="small" className="font-mono" onClick={() => onName(name)}>
              {`{${name}}`}
            </Button>
            <span className="text-quiet">{value}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
