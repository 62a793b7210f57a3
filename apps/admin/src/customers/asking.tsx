"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Badge } from "@/shell/badge";
import { Loading } from "@/shell/loading";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { at } from "@/shell/words";

type Passage = Schemas["Recalled"];

/** What this customer said about something, by meaning, each passage with its day and the conversation that it is from. */
export function AskingPanel({ id }: { id: string }) {
  const [question, ask] = useState("");
  const found = useQuery({
    queryKey: ["customer", id, "recall", question],
    queryFn: () =>
      answered(api.GET("/api/v1/admin/customers/{customer_id}/recall", { params: { path: { customer_id: id }, query: { question } } })),
    enabled: question !== "",
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    ask(String(new FormData(event.currentTarget).get("question")).trim());
  };
  return (
    <Panel title="Their own words">
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3 p-4">
        <Field label="What did they say about …?" name="question" required maxLength={500} className="min-w-64 flex-1" />
        <Button type="submit" look="quiet">
          Look
        </Button>
      </form>
      <Refusal error={found.error} className="m-4" />
      {found.isFetching && !found.data ? <Loading what="their words" /> : null}
      {found.data?.passages.length === 0 ? <p className="p-4 text-sm text-quiet">Nothing they said is kept.</p> : null}
      {found.data && found.data.passages.length > 0 ? (
        <ul className="divide-y divide-line text-sm" aria-label="What they said">
          {found.data.passages.map((passage) => (
            <Said key={`${passage.message_id ?? passage.memory_id} ${passage.text}`} passage={passage} />
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}

function Said({ passage }: { passage: Passage }) {
  const when = at(passage.told_at, new Date());
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
      <span className="mr-auto min-w-0">
        {passage.message_id ? `“${passage.text}”` : passage.text}
        <span className="block text-quiet">
          {passage.conversation_id ? (
            <Link href={{ pathname: "/inbox", query: { id: passage.conversation_id } }} className="underline-offset-2 hover:underline">
              {when}
            </Link>
          ) : (
            `remembered, ${when}`
          )}
        </span>
      </span>
      <Badge look={passage.is_certain ? "good" : "plain"}>{`${Math.round(passage.certainty * 100)} %`}</Badge>
    </li>
  );
}
