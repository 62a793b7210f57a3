"use client";

import type { FormEvent } from "react";
import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Area } from "@/shell/area";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Refusal } from "@/shell/refusal";
import type { Deed } from "./proposals";
import type { Proposal } from "./scripts";

const WORDS: Record<Deed, { title: string; about: string; act: string; done: string }> = {
  release: { title: "Release the script", about: "From then on the concierge says it, in this situation, to everybody.", act: "Release it", done: "The concierge says it from now on." },
  reject: { title: "Reject the proposal", about: "The concierge goes on as it does.", act: "Reject it", done: "It is rejected." },
  undo: { title: "Take the release back", about: "The words before it are in force again.", act: "Take it back", done: "The old words are back." },
};

/** A yes, a no, or a way back: each is a version of the policies or leaves them as they are. */
export function Decide({ one, deed, onClose }: { one: Proposal; deed: Deed; onClose: () => void }) {
  const words = WORDS[deed];
  const deciding = useChange({
    call: (given: FormData) => decide(one, deed, given),
    touches: [["scripts"], ["policies"]],
    done: words.done,
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    deciding.mutate(new FormData(event.currentTarget));
  };
  return (
    <Dialog title={words.title} about={words.about} open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        {deed === "release" && one.after ? <Area label="The words" name="text" required minLength={3} maxLength={600} rows={5} defaultValue={one.after.text} /> : null}
        {deed === "release" ? <Field label="From (optional)" name="from" type="datetime-local" /> : <Field label="Why" name="reason" required maxLength={400} />}
        <Refusal error={deciding.error} />
        <Button type="submit" disabled={deciding.isPending}>
          {words.act}
        </Button>
      </form>
    </Dialog>
  );
}

function decide({ id }: Proposal, deed: Deed, given: FormData): Promise<Proposal> {
  const params = { path: { proposal_id: id } };
  if (deed === "release") {
    const [text, from] = [given.get("text"), String(given.get("from") ?? "")];
    const body = { text: text === null ? null : String(text), effective_from: from ? new Date(from).toISOString() : null };
    return answered(api.POST("/api/v1/admin/scripts/proposals/{proposal_id}/release", { params, body }));
  }
  const body = { reason: String(given.get("reason")) };
  if (deed === "reject") return answered(api.POST("/api/v1/admin/scripts/proposals/{proposal_id}/reject", { params, body }));
  return answered(api.POST("/api/v1/admin/scripts/proposals/{proposal_id}/undo", { params, body }));
}
