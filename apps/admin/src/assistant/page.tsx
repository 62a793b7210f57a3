"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Page, Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { AnswerText } from "./answer";

export type Answer = Schemas["Answer"];

const EXAMPLES = ["bookings this week", "how much is owed", "who has not paid the deposit", "next week per chef"];
const KEPT = 10;

type Line = { question: string; answer: Answer };

/** Questions about the business, answered from the database; what is to be done is proposed and waits for a click. */
export function AssistantPage() {
  const [lines, keep] = useState<Line[]>([]);
  const field = useRef<HTMLFormElement>(null);
  const asking = useMutation({
    mutationFn: (question: string) => answered(api.POST("/api/v1/admin/assistant/ask", { body: { question } })),
    onSuccess: (answer, question) => keep((before) => [{ question, answer }, ...before].slice(0, KEPT)),
  });
  useEffect(() => field.current?.querySelector("input")?.focus(), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const question = String(new FormData(event.currentTarget).get("question")).trim();
    if (question) asking.mutate(question);
  };
  return (
    <Page title="Ask" about="About parties, chefs, money, messages, leads and reviews. The answers only read; a deed waits for your click.">
      <form ref={field} onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <div className="min-w-64 grow">
          <Field label="Your question" name="question" maxLength={500} required autoComplete="off" />
        </div>
        <Button type="submit" disabled={asking.isPending}>
          {asking.isPending ? "Looking …" : "Ask"}
        </Button>
      </form>
      <Refusal error={asking.error} />
      {lines.length === 0 ? (
        <p className="flex flex-wrap items-center gap-2 text-sm text-quiet">
          For example:
          {EXAMPLES.map((example) => (
            <Button key={example} size="small" look="quiet" onClick={() => asking.mutate(example)}>
              {example}
            </Button>
          ))}
        </p>
      ) : null}
      <div aria-live="polite" className="grid gap-5">
        {lines.map(({ question, answer }, index) => (
          <Panel key={lines.length - index} title={question}>
            <AnswerText answer={answer} ask={(next) => asking.mutate(next)} />
          </Panel>
        ))}
      </div>
    </Page>
  );
}
