"use client";

import { useSearchParams } from "next/navigation";
import { Button } from "@hibachi/ui/button";
import { Notice } from "@hibachi/ui/notice";
import { useState, type ReactNode } from "react";
import { newId } from "@hibachi/api-client";
import { useFacts } from "@/facts/facts";
import { day } from "@/facts/words";
import { Allergens } from "@/parts/menu-list";
import { Refusal } from "@/parts/refusal";
import { useChoosing, type Choosing, type Own } from "./choosing";
import { Entry } from "./entry";
import { ChoiceForm } from "./form";

/** What a guest sees behind the link of a party. */
export function ChoosePage() {
  const link = useSearchParams().get("link");
  return link ? <Opened link={link} /> : <NoLink />;
}

function Opened({ link }: { link: string }) {
  const { data, error } = useChoosing(link);
  if (data) return <Choose link={link} page={data} />;
  if (!error) return <p className="text-quiet">One moment.</p>;
  return (
    <Titled title="Choose your dinner">
      <Refusal error={error} />
    </Titled>
  );
}

type Editing = { key: string; own: Own | null };

function Choose({ link, page }: { link: string; page: Choosing }) {
  const { dietary } = useFacts().policies;
  const [editing, edit] = useState<Editing | null>(page.mine.length ? null : { key: newId(), own: null });
  const [thanked, thank] = useState<string | null>(null);
  const host = page.host ?? "your host";
  const start = (next: Editing) => {
    thank(null);
    edit(next);
  };
  return (
    <Titled title={page.host ? `${page.host}'s hibachi party` : "The hibachi party"}>
      <p className="text-xl">{day(page.day)}</p>
      {page.closed ? (
        <Notice kind="plain" title={page.closed.sentence}>
          Tell {host}, who can call us.
        </Notice>
      ) : (
        <p className="text-quiet">Please choose by {instant(page.until, page.zone)}.</p>
      )}
      {thanked ? <Notice kind="good" title={`Thank you, ${thanked}.`}>{host} and the chef see it now.</Notice> : null}
      {page.mine.map((own) => (
        <Entry key={own.id} own={own} onCorrect={page.closed || editing ? null : () => start({ key: own.key, own })} />
      ))}
      {editing && !page.closed ? (
        <ChoiceForm
          key={editing.key}
          link={link}
          page={page}
          host={host}
          entry={editing.key}
          own={editing.own}
          onDone={(name) => {
            edit(null);
            thank(name);
          }}
        />
      ) : null}
      {!editing && !page.closed && page.places > 0 ? (
        <Button look="quiet" className="justify-self-start" onClick={() => start({ key: newId(), own: null })}>
          Choose for someone else too
        </Button>
      ) : null}
      <Allergens dietary={dietary} />
    </Titled>
  );
}

/** An instant by the clock of the party, wherever the guest is now. */
function instant(at: string, zone: string): string {
  return new Intl.DateTimeFormat("en-US", {
    weekday: "long", month: "long", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short", timeZone: zone,
  }).format(new Date(at));
}

function NoLink() {
  return (
    <Titled title="Choose your dinner">
      <Notice kind="plain" title="This page opens with the link that your host shared.">
        If it is lost, ask your host for it.
      </Notice>
    </Titled>
  );
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <h1 className="text-4xl font-semibold tracking-tight sm:text-5xl">{title}</h1>
      {children}
    </div>
  );
}
