"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Area } from "@/shell/area";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { at, plain } from "@/shell/words";

type Note = Schemas["CrmNote"];

const LOOK = { new: "wait", contacted: "plain", quoted: "plain", won: "good", lost: "problem" } as const;

/** Beside a thread: what a colleague has to know of it, and the earlier versions. */
export function ThreadNotes({ id }: { id: string }) {
  const notes = useQuery({
    queryKey: ["thread", id, "notes"],
    queryFn: () => answered(api.GET("/api/v1/admin/conversations/{conversation_id}/notes", { params: { path: { conversation_id: id } } })),
  });
  const [newest, ...earlier] = notes.data ?? [];
  return (
    <section aria-label="Note" className="grid gap-2">
      <h3 className="text-base font-semibold">Note</h3>
      <Refusal error={notes.error} />
      {newest ? <NoteText note={newest} /> : notes.data ? <p className="text-quiet">It is written once the conversation rests.</p> : null}
      {earlier.length > 0 ? (
        <details>
          <summary>Earlier notes ({earlier.length})</summary>
          <ol className="mt-1 grid gap-3">
            {earlier.map((note) => (
              <li key={note.id}>
                <NoteText note={note} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  );
}

/** On a person's page and at their lead: the newest note of each of their conversations. */
export function CustomerNotes({ id }: { id: string }) {
  const notes = useQuery({
    queryKey: ["customer", id, "notes"],
    queryFn: () => answered(api.GET("/api/v1/admin/customers/{customer_id}/notes", { params: { path: { customer_id: id } } })),
  });
  return (
    <Panel title="Notes of conversations">
      <Refusal error={notes.error} className="m-4" />
      {notes.data?.length === 0 ? <p className="p-4 text-sm text-quiet">A note is written when a conversation rests, is handed over or closed.</p> : null}
      <ul className="divide-y divide-line text-sm">
        {notes.data?.map((note) => (
          <li key={note.id} className="p-4">
            <NoteText note={note} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function NoteText({ note }: { note: Note }) {
  const [isOpen, open] = useState(false);
  const mayWrite = useMay("conversations:write");
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-2 text-quiet">
        {note.standing ? <Badge look={LOOK[note.standing]}>{note.standing}</Badge> : null}
        {plain(note.occasion)}, {at(note.created_at, new Date())}
        {note.edited_at ? ", said better by staff" : ""}
      </p>
      <p className="whitespace-pre-wrap break-words">{note.summary}</p>
      <p className="font-semibold">
        {note.next_step}
        {note.next_by ? <span className="font-normal text-quiet"> By {at(note.next_by, new Date())}.</span> : null}
      </p>
      {note.written_summary ? (
        <details>
          <summary>What was written first</summary>
          <p className="mt-1 whitespace-pre-wrap text-quiet">
            {note.written_summary} {note.written_next_step}
          </p>
        </details>
      ) : null}
      {mayWrite ? (
        <Button size="small" look="quiet" className="justify-self-start" onClick={() => open(true)}>
          Say it better
        </Button>
      ) : null}
      {isOpen ? <Mend note={note} onClose={() => open(false)} /> : null}
    </div>
  );
}

function Mend({ note, onClose }: { note: Note; onClose: () => void }) {
  const mending = useChange({
    call: (body: Schemas["NoteEdit"]) => answered(api.PATCH("/api/v1/admin/crm-notes/{note_id}", { params: { path: { note_id: note.id } }, body })),
    touches: [["thread", note.conversation_id, "notes"], ["customer"], ["audit"]],
    done: "The note is yours now.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    mending.mutate({
      summary: String(given.get("summary")),
      next_step: String(given.get("next_step")),
      reason: String(given.get("reason") ?? "") || null,
    });
  };
  return (
    <Dialog title="Say it better" about="Your words count from here on; what was written first is kept beside them." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Area label="Note" name="summary" rows={7} required maxLength={4000} defaultValue={note.summary} />
        <Field label="Next step" name="next_step" required maxLength={500} defaultValue={note.next_step} />
        <Field label="Why" name="reason" maxLength={200} />
        <Refusal error={mending.error} />
        <Button type="submit" disabled={mending.isPending}>
          Keep it
        </Button>
      </form>
    </Dialog>
  );
}
