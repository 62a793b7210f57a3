"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { CHANNELS, channelName } from "@/inbox/inbox";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Choice } from "@/shell/choice";
import { Dialog } from "@/shell/dialog";
import { Listed } from "@/shell/listed";
import { useMay } from "@/shell/me";
import { Page, Panel } from "@/shell/page";
import { asRows } from "@/shell/rows";
import { Table, type Column } from "@/shell/table";
import { plain } from "@/shell/words";

type Track = Schemas["Track"];
type Mode = Schemas["DraftMode"];

const { any: ANY_CHANNEL, ...NAMED } = CHANNELS;
const WHERE = { "*": ANY_CHANNEL, ...NAMED } as const;
const HOW = { wait: "Replies wait for a yes", leave: "Replies leave by themselves" } as const;
const topic = (name: string) => (name === "*" ? "Any topic" : plain(name));
const where = (name: string) => (name === "*" ? ANY_CHANNEL : channelName(name));
const percent = (rate: number | null) => (rate === null ? "" : `${Math.round(rate * 100)} %`);
const time = (seconds: number | null) => (seconds === null ? "" : seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`);

const TRACKS: Column<Track>[] = [
  { name: "Topic", cell: (one) => topic(one.topic) },
  { name: "Channel", cell: (one) => where(one.channel) },
  { name: "Now", cell: (one) => <Drafting on={one.drafting} /> },
  { name: "Record", cell: (one) => one.in_words },
  { name: "Edited", cell: (one) => percent(one.edit_rate), isFigure: true },
  { name: "Rejected", cell: (one) => one.rejected, isFigure: true, isExtra: true },
  { name: "Time to read", cell: (one) => time(one.median_seconds_spent), isFigure: true, isExtra: true },
  { name: "Time waited", cell: (one) => time(one.median_seconds_waited), isFigure: true, isExtra: true },
];

const MODES: Column<Mode>[] = [
  { name: "Topic", cell: (one) => topic(one.topic) },
  { name: "Channel", cell: (one) => where(one.channel) },
  { name: "Replies", cell: (one) => <Drafting on={one.drafting} /> },
  { name: "Wait at most", cell: (one) => (one.drafting ? `${one.hours} h` : ""), isFigure: true },
];

function Drafting({ on }: { on: boolean }) {
  return <Badge look={on ? "wait" : "good"}>{on ? "wait for a yes" : "leave by themselves"}</Badge>;
}

/** Where replies wait for a person, and how they fared: what one reads before turning a switch. */
export function DraftModesPage() {
  const [turns, turn] = useState(false);
  const query = useQuery({
    queryKey: ["drafts", "modes"],
    queryFn: () => answered(api.GET("/api/v1/admin/drafts/modes")),
  });
  const mayTurn = useMay("policies:write");
  return (
    <Page
      title="Draft modes"
      about="Where replies wait for a yes. The more exact switch counts, the channel before the topic. Goal: fewer than 5 % edited, answered within 4 hours."
      actions={mayTurn ? <Button size="small" onClick={() => turn(true)}>Turn a switch</Button> : null}
    >
      <Panel title="Switches">
        <Listed what="switches" of={asRows(query, ({ modes }) => modes)} empty="No switch was turned yet: every reply leaves by itself, once it is checked.">
          {(modes) => <Table caption="Switches" columns={MODES} rows={modes} keyOf={(one) => `${one.channel} ${one.topic}`} />}
        </Listed>
      </Panel>
      <Panel title="How drafts fared">
        <Listed what="records" of={asRows(query, ({ tracks }) => tracks)} empty="No draft was decided yet. Turn a switch on, and decide about the first ones.">
          {(tracks) => <Table caption="How drafts fared" columns={TRACKS} rows={tracks} keyOf={(one) => `${one.channel} ${one.topic}`} />}
        </Listed>
      </Panel>
      {turns ? <Turning onClose={() => turn(false)} topics={query.data?.tracks.map((one) => one.topic) ?? []} /> : null}
    </Page>
  );
}

function Turning({ onClose, topics }: { onClose: () => void; topics: string[] }) {
  const [channel, setChannel] = useState<keyof typeof WHERE>("*");
  const [how, setHow] = useState<keyof typeof HOW>("wait");
  const turning = useChange({
    call: (body: Schemas["ModeOrder"]) => answered(api.PUT("/api/v1/admin/drafts/modes", { body })),
    touches: [["drafts"]],
    done: "The switch is turned.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const said = String(given.get("topic")).trim().toLowerCase().replaceAll(" ", "_");
    turning.mutate({
      channel,
      topic: said || "*",
      drafting: how === "wait",
      hours: Number(given.get("hours")),
      reason: String(given.get("reason")),
    });
  };
  return (
    <Dialog title="Turn a switch" about="It counts for replies from now on; what waits goes on waiting." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Choice label="Channel" value={channel} options={WHERE} onChange={setChannel} />
        <Field label="Topic" name="topic" list="known-topics" hint="Empty for any. Such as: quote, booking, complaint." pattern="[A-Za-z_ ]{0,60}" />
        <datalist id="known-topics">
          {[...new Set(topics)].map((name) => (
            <option key={name} value={plain(name)} />
          ))}
        </datalist>
        <Choice label="From now on" value={how} options={HOW} onChange={setHow} />
        <Field label="Hours that a reply may wait" name="hours" type="number" min={1} max={168} defaultValue={4} required />
        <Field label="Why" name="reason" required maxLength={500} />
        <Button type="submit" disabled={turning.isPending}>
          Turn it
        </Button>
      </form>
    </Dialog>
  );
}
