"use client";

import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Area } from "@/shell/area";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Loading } from "@/shell/loading";
import { Refusal } from "@/shell/refusal";
import { Learnt } from "./learnt";
import { TAGS, useRevisions } from "./looks";

type Revision = Schemas["Improvement"];
type Props = {
  /** The reply, or the draft that was rejected. */
  id: string;
  conversation_id: string;
  said: string;
  sent?: string | null;
  onClose: () => void;
};

/** How one text of the concierge should have been: kept as its newest revision, learnt from, said to nobody. */
export function Improve({ onClose, ...text }: Props) {
  const revisions = useRevisions(text.id);
  const [done, learn] = useState<Schemas["Improved"] | null>(null);
  return (
    <Dialog
      title={done ? "What was learnt" : "How it should have been"}
      about={done ? "Nothing of it is said to a customer before a person releases it." : "What the customer read stays as it is. Amounts, days and times must be those of the conversation."}
      open
      onClose={onClose}
    >
      <Refusal error={revisions.error} again={() => void revisions.refetch()} />
      {revisions.isPending ? <Loading what="what was written before" lines={3} /> : null}
      {done ? <Learnt done={done} onClose={onClose} /> : revisions.data ? <Form {...text} before={revisions.data} onDone={learn} /> : null}
    </Dialog>
  );
}

type FormProps = Omit<Props, "onClose"> & { before: Revision[]; onDone: (done: Schemas["Improved"]) => void };

function Form({ id, conversation_id, said, sent, before, onDone }: FormProps) {
  const newest = before.find(({ improved_response }) => improved_response !== null);
  const improving = useChange({
    call: (body: Schemas["NewImprovement"]) => answered(api.POST("/api/v1/admin/human-feedback", { body })),
    touches: [["needs-review"], ["improvements", id], ["thread", conversation_id], ["scripts"], ["corpus"]],
    done: "Kept beside the message that was sent.",
    then: onDone,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const tags = given.getAll("tags").map(String);
    improving.mutate({
      conversation_id, ai_message_id: id, feedback_type: "improve_response", improved_response: String(given.get("better")), tags, revision: before[0]?.revision ?? 0,
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <blockquote className="whitespace-pre-wrap rounded-xl border border-line p-3 text-sm text-quiet">{said}</blockquote>
      <Area label="Better" name="better" rows={6} required maxLength={4000} defaultValue={newest?.improved_response ?? sent ?? said} />
      <fieldset className="grid gap-2">
        <legend className="mb-1 text-sm font-semibold">What is better about it</legend>
        <div className="grid gap-x-4 gap-y-1.5 sm:grid-cols-2">
          {Object.entries(TAGS).map(([tag, words]) => (
            <label key={tag} className="flex items-center gap-2 text-sm">
              <input type="checkbox" name="tags" value={tag} defaultChecked={newest?.tags.includes(tag)} className="size-4" />
              {words}
            </label>
          ))}
        </div>
      </fieldset>
      <Refusal error={improving.error} />
      <Button type="submit" disabled={improving.isPending}>
        Keep it
      </Button>
    </form>
  );
}
