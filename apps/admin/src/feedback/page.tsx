"use client";

import Link from "next/link";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { CHANNELS, channelName } from "@/inbox/inbox";
import { oneOf, useAddresses } from "@/shell/address";
import { Badge } from "@/shell/badge";
import { Choice } from "@/shell/choice";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Page, Panel } from "@/shell/page";
import { useRows } from "@/shell/rows";
import { Table, type Column } from "@/shell/table";
import { at, plain } from "@/shell/words";
import { Numbers } from "./numbers";

type Feedback = Schemas["Feedback"];

const KINDS = { any: "All of it", vote: "Thumbs", survey: "Surveys", approval: "By reviewers" } as const;
const VERDICTS = { any: "Good and bad", yes: "Good", no: "Bad" } as const;

const COLUMNS: Column<Feedback>[] = [
  { name: "Said", cell: (one) => <Badge look={one.helpful ? "good" : "problem"}>{`${one.rating} of 5`}</Badge> },
  { name: "Words", cell: Words },
  { name: "About", cell: (one) => [one.agent, one.topic].flatMap((word) => (word ? plain(word) : [])).join(", "), isExtra: true },
  { name: "Channel", cell: (one) => channelName(one.channel), isExtra: true },
  { name: "When", cell: (one) => at(one.at, new Date()) },
];

function Words({ message, comment, suggestion, conversation_id }: Feedback) {
  return (
    <span className="grid max-w-prose gap-1">
      {message ? <span className="line-clamp-3 text-quiet">“{message}”</span> : null}
      {comment ? <strong className="font-semibold">{comment}</strong> : null}
      {suggestion ? <span>Suggested: {suggestion}</span> : null}
      <Link href={{ pathname: "/inbox", query: { id: conversation_id, shelf: "all" } }} className="underline underline-offset-4">
        Open the thread
      </Link>
    </span>
  );
}

/** What customers and reviewers said of replies, with the reply itself; filters narrow. */
export function FeedbackPage() {
  const { get, set } = useAddresses();
  const kind = oneOf(KINDS, get("kind"), "any");
  const verdict = oneOf(VERDICTS, get("verdict"), "any");
  const channel = oneOf(CHANNELS, get("channel"), "any");
  const rows = useRows(["feedback", kind, verdict, channel], async (before: string | null) => {
    const query = {
      kind: kind === "any" ? undefined : kind,
      helpful: verdict === "any" ? undefined : verdict === "yes",
      channel: channel === "any" ? undefined : channel,
      before: before ?? undefined,
    };
    const { feedback, next } = await answered(api.GET("/api/v1/admin/feedback", { params: { query } }));
    return { rows: feedback, next };
  });
  const narrowed = kind !== "any" || verdict !== "any" || channel !== "any";
  return (
    <Page title="Feedback" about="What was said of replies, and the reply that it was said of.">
      {useMay("metrics:read") ? <Numbers /> : null}
      <div className="flex flex-wrap gap-3">
        <Choice label="Kind" value={kind} options={KINDS} onChange={(value) => set({ kind: value })} />
        <Choice label="Verdict" value={verdict} options={VERDICTS} onChange={(value) => set({ verdict: value })} />
        <Choice label="Channel" value={channel} options={CHANNELS} onChange={(value) => set({ channel: value })} />
      </div>
      <Panel title="What was said">
        <Listed
          what="votes"
          of={rows}
          empty={narrowed ? "Nothing fits. Take a filter away." : "Nobody has said anything yet. Mails and the web chat ask for a thumb under each reply."}
        >
          {(found) => <Table caption="Feedback" columns={COLUMNS} rows={found} keyOf={({ id }) => id} />}
        </Listed>
      </Panel>
    </Page>
  );
}
