"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Notice } from "@hibachi/ui/notice";
import { Area } from "@/shell/area";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { plain } from "@/shell/words";
import { inWords, SegmentFields, zipsOf, type Segment } from "./segment";

type Letter = Schemas["NewsletterDetail"];
const LETTERS = [["newsletter"]];

/** One letter: its words, to whom, what may not be said, the yes, and what became of it. */
export function LetterDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery({
    queryKey: ["newsletter", "one", id],
    queryFn: () => answered(api.GET("/api/v1/admin/newsletters/{newsletter_id}", { params: { path: { newsletter_id: id } } })),
  });
  const letter = query.data;
  return (
    <Panel
      title={letter?.subject ?? "Letter"}
      actions={
        <Button look="quiet" size="small" onClick={onClose}>
          Close
        </Button>
      }
    >
      <div className="p-4">
        {letter ? <Known letter={letter} /> : query.error ? <Refusal error={query.error} again={() => void query.refetch()} /> : <Loading what="the letter" />}
      </div>
    </Panel>
  );
}

function Known({ letter }: { letter: Letter }) {
  const [doing, start] = useState<"edit" | "stop" | null>(null);
  const [mayWrite, maySend] = [useMay("newsletters:write"), useMay("newsletters:send")];
  const isDraft = letter.state === "draft";
  const approving = useChange({
    call: () =>
      answered(
        api.POST("/api/v1/admin/newsletters/{newsletter_id}/approve", {
          params: { path: { newsletter_id: letter.id } },
          body: { digest: letter.digest },
        }),
      ),
    touches: LETTERS,
    done: "It leaves, a round a minute, in nobody's quiet hours.",
  });
  return (
    <div className="grid gap-4">
      <p className="text-sm text-quiet">
        To: {inWords(letter.segment)}
        {letter.reaches === null ? "" : ` (${letter.reaches} now)`}
      </p>
      <pre className="max-w-prose whitespace-pre-wrap rounded-lg bg-paper p-4 font-sans text-base">{letter.body}</pre>
      {letter.problems.length > 0 ? (
        <Notice kind="problem" title="This may not be said:">
          <ul className="list-disc pl-5">
            {letter.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {letter.stopped_reason ? <p className="text-sm text-ember">Stopped: {letter.stopped_reason}</p> : null}
      {isDraft ? null : <Figures of={letter.figures} />}
      <div className="flex flex-wrap gap-2">
        {maySend && isDraft ? (
          <Button size="small" disabled={approving.isPending || letter.problems.length > 0 || letter.reaches === 0} onClick={() => approving.mutate(undefined)}>
            Approve and send
          </Button>
        ) : null}
        {mayWrite && isDraft ? (
          <Button look="quiet" size="small" onClick={() => start("edit")}>
            Edit
          </Button>
        ) : null}
        {maySend && (isDraft || letter.state === "sending") ? (
          <Button look="quiet" size="small" onClick={() => start("stop")}>
            {isDraft ? "Let it fall" : "Send no further"}
          </Button>
        ) : null}
      </div>
      {doing === "edit" ? <Edit letter={letter} onClose={() => start(null)} /> : null}
      {doing === "stop" ? <Stop letter={letter} onClose={() => start(null)} /> : null}
    </div>
  );
}

function Figures({ of }: { of: Letter["figures"] }) {
  const skipped = Object.entries(of.skipped ?? {}).map(([reason, number]) => `${number} ${plain(reason)}`);
  const lines = [
    `${of.audience} readers`,
    `${of.sent} sent`,
    `${of.waiting} to come`,
    `${of.bounced} came back`,
    `${of.left} left`,
    ...(of.clicks === null ? [] : [`${of.clicks} clicks`]),
    ...(skipped.length > 0 ? [`not sent: ${skipped.join(", ")}`] : []),
  ];
  return <p className="text-lg">{lines.join(" · ")}</p>;
}

type DialogProps = { letter: Letter; onClose: () => void };

function Edit({ letter, onClose }: DialogProps) {
  const [who, choose] = useState<NonNullable<Segment["who"]>>(letter.segment.who ?? "everybody");
  const editing = useChange({
    call: (body: Schemas["NewsletterEdit"]) =>
      answered(api.PUT("/api/v1/admin/newsletters/{newsletter_id}", { params: { path: { newsletter_id: letter.id } }, body })),
    touches: LETTERS,
    done: "The draft is changed.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    editing.mutate({
      subject: String(given.get("subject")),
      body: String(given.get("body")),
      segment: { who, zips: zipsOf(String(given.get("zips"))) },
    });
  };
  return (
    <Dialog title="Edit the draft" open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Subject" name="subject" required maxLength={150} defaultValue={letter.subject} />
        <Area label="Text" name="body" required rows={12} maxLength={3500} defaultValue={letter.body} />
        <SegmentFields who={who} onWho={choose} zips={(letter.segment.zips ?? []).join(", ")} />
        <Refusal error={editing.error} />
        <Button type="submit" disabled={editing.isPending}>
          Keep it
        </Button>
      </form>
    </Dialog>
  );
}

function Stop({ letter, onClose }: DialogProps) {
  const stopping = useChange({
    call: (reason: string) =>
      answered(api.POST("/api/v1/admin/newsletters/{newsletter_id}/stop", { params: { path: { newsletter_id: letter.id } }, body: { reason } })),
    touches: LETTERS,
    done: "It leaves no further.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    stopping.mutate(String(new FormData(event.currentTarget).get("reason")));
  };
  return (
    <Dialog title="Send it no further" open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Reason" name="reason" required maxLength={200} />
        <Refusal error={stopping.error} />
        <Button type="submit" disabled={stopping.isPending}>
          Stop it
        </Button>
      </form>
    </Dialog>
  );
}
