"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Badge } from "@/shell/badge";
import { Loading } from "@/shell/loading";
import { Panel } from "@/shell/page";
import { QuestionForm } from "@/shell/question-form";
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
  return (
    <Panel title="Their own words">
      <QuestionForm label="What did they say about …?" action="Look" ask={ask} />
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
