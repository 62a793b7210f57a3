"use client";

import type { FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Area } from "@/shell/area";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";

type New = Schemas["NewKnowledge"];
const KINDS = { faq: "Question and answer", policies: "Rule of the house", menu: "Menu", seasonal_offers: "Seasonal offer", about: "About us", scripts: "Note, for the concierge alone" };

type Props = {
  entry?: Schemas["KnowledgeEntry"];
  /** The question of a gap that this entry answers. */
  gap?: { id: string; question: string | null };
  onClose: () => void;
};

/** A new entry, other words for one, or the answer to a gap. The API refuses twins and amounts that no policy holds. */
export function EntryDialog({ entry, gap, onClose }: Props) {
  const saving = useChange<New, unknown>({
    call: (body) => save(body, entry?.id, gap?.id),
    touches: [["knowledge"], ["knowledge-gaps"]],
    done: "The concierge knows it from now on.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.mutate(read(new FormData(event.currentTarget)));
  };
  return (
    <Dialog title={entry ? "Change the entry" : "Add an entry"} about="Amounts must be those of your policies. Leave customers' names and numbers out." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="What customers ask" name="title" required minLength={3} maxLength={300} defaultValue={entry?.title ?? gap?.question ?? ""} />
        <Area label="The answer, in the words that a customer reads" name="text" required minLength={3} maxLength={2000} rows={4} defaultValue={entry?.text} />
        <Area label="Other ways to ask, one a line" name="asks" rows={3} defaultValue={entry?.asks.join("\n")} />
        <label className="grid gap-1.5 text-sm font-semibold">
          Kind
          <select name="category" defaultValue={entry?.category ?? "faq"} className="min-h-12 rounded-xl border border-line bg-raised px-3 text-base font-normal">
            {Object.entries(KINDS).map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <Field label="Holds from (optional)" name="valid_from" type="date" defaultValue={entry?.valid_from ?? ""} />
        <Field label="Holds until (optional)" name="valid_until" type="date" defaultValue={entry?.valid_until ?? ""} />
        <Button type="submit" disabled={saving.isPending}>
          Save
        </Button>
      </form>
    </Dialog>
  );
}

function read(form: FormData): New {
  const words = (name: string) => String(form.get(name) ?? "").trim();
  return {
    title: words("title"),
    text: words("text"),
    asks: words("asks").split("\n").map((one) => one.trim()).filter(Boolean),
    category: words("category") as New["category"],
    valid_from: words("valid_from") || null,
    valid_until: words("valid_until") || null,
  };
}

function save(body: New, entry?: string, gap?: string): Promise<unknown> {
  if (gap) return answered(api.POST("/api/v1/admin/knowledge-gaps/{gap_id}/answer", { params: { path: { gap_id: gap } }, body }));
  if (entry) return answered(api.PUT("/api/v1/admin/knowledge/{entry_id}", { params: { path: { entry_id: entry } }, body }));
  return answered(api.POST("/api/v1/admin/knowledge", { body }));
}
