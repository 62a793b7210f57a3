"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { useAddresses } from "@/shell/address";
import { Badge, type Look } from "@/shell/badge";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Page, Panel } from "@/shell/page";
import { asRows, useRows } from "@/shell/rows";
import { Table, type Column } from "@/shell/table";
import { at } from "@/shell/words";
import { LetterDetail } from "./detail";
import { NewLetter } from "./new";

type Letter = Schemas["NewsletterLine"];
type Subscriber = Schemas["Subscriber"];

const LOOK: Record<Letter["state"], Look> = { draft: "wait", sending: "plain", sent: "good", stopped: "problem" };
const SUBSCRIBED: Record<Subscriber["state"], { words: string; look: Look }> = {
  pending: { words: "asked, no yes yet", look: "wait" },
  confirmed: { words: "gets letters", look: "good" },
  left: { words: "left", look: "plain" },
  bounced: { words: "address is gone", look: "problem" },
};

/** Letters: drafted from what is true now, sent after a yes to exactly one text, to whoever said yes from their own address. */
export function NewslettersPage() {
  const { get, set } = useAddresses();
  const [isWriting, write] = useState(false);
  const mayWrite = useMay("newsletters:write");
  const id = get("id");
  const open = (chosen: string | null) => set({ id: chosen });
  const query = useQuery({ queryKey: ["newsletter", "list"], queryFn: () => answered(api.GET("/api/v1/admin/newsletters")) });
  const subscribed = query.data?.subscribers.confirmed ?? 0;
  return (
    <Page
      title="Newsletters"
      about={query.data ? `${subscribed} ${subscribed === 1 ? "address gets" : "addresses get"} letters. Visitors subscribe on the site and say yes from their own mailbox.` : undefined}
      actions={
        mayWrite ? (
          <Button size="small" onClick={() => write(true)}>
            Write a letter
          </Button>
        ) : null
      }
    >
      {id ? <LetterDetail key={id} id={id} onClose={() => open(null)} /> : null}
      <Panel title="Letters">
        <Listed what="letters" of={asRows(query, ({ newsletters }) => newsletters)} empty="No letter yet. “Write a letter” makes a draft from your news, the menu in force and what guests said.">
          {(found) => <Table caption="Letters" columns={columns(open)} rows={found} keyOf={({ id: key }) => key} selected={id} />}
        </Listed>
      </Panel>
      <Subscribers />
      {isWriting ? (
        <NewLetter
          onClose={() => write(false)}
          onMade={(made) => {
            write(false);
            open(made);
          }}
        />
      ) : null}
    </Page>
  );
}

function columns(open: (id: string) => void): Column<Letter>[] {
  return [
    {
      name: "Subject",
      cell: ({ id, subject }) => (
        <button type="button" onClick={() => open(id)} className="text-left underline underline-offset-4">
          {subject}
        </button>
      ),
    },
    { name: "State", cell: ({ state }) => <Badge look={LOOK[state]}>{state}</Badge> },
    { name: "By", cell: ({ created_by, approved_by }) => (approved_by ? `${created_by}, approved by ${approved_by}` : created_by), isExtra: true },
    { name: "When", cell: ({ created_at, finished_at }) => at(finished_at ?? created_at, new Date()) },
  ];
}

const SUBSCRIBER: Column<Subscriber>[] = [
  { name: "Address", cell: ({ email }) => email ?? "forgotten" },
  { name: "State", cell: ({ state }) => <Badge look={SUBSCRIBED[state].look}>{SUBSCRIBED[state].words}</Badge> },
  { name: "ZIP", cell: ({ zip }) => zip ?? "", isExtra: true },
  { name: "Since", cell: ({ confirmed_at, asked_at }) => at(confirmed_at ?? asked_at, new Date()) },
];

function Subscribers() {
  const rows = useRows(["newsletter", "subscribers"], async (before: string | null) => {
    const params = { query: { before: before ?? undefined } };
    const { subscribers, next } = await answered(api.GET("/api/v1/admin/newsletters/subscribers", { params }));
    return { rows: subscribers, next };
  });
  return (
    <Panel title="Subscribers">
      <Listed what="subscribers" of={rows} empty="Nobody asked for letters yet. The form is on the site's page “Letters”.">
        {(found) => <Table caption="Subscribers" columns={SUBSCRIBER} rows={found} keyOf={({ id }) => id} />}
      </Listed>
    </Panel>
  );
}
