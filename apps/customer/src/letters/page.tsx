"use client";

import { useMutation } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import type { FormEvent } from "react";
import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Notice } from "@hibachi/ui/notice";
import { Refusal } from "@/parts/refusal";
import { SmallPrint } from "@/parts/small-print";

/** Subscribing, saying yes, leaving: what the address asks for. A link asks once more, since mail programs follow links. */
export function Letters() {
  const query = useSearchParams();
  const [yes, no] = [query.get("confirm"), query.get("leave")];
  if (yes) return <Confirm token={yes} />;
  return no ? <Leave token={no} /> : <Subscribe />;
}

function Confirm({ token }: { token: string }) {
  const saying = useMutation({ mutationFn: () => answered(api.POST("/api/v1/newsletter/confirm", { body: { token } })) });
  if (saying.isSuccess) return <Notice kind="good" title="You get our letters from now on." />;
  return (
    <Asked question="Do you want our letters at this address?" answer="Yes, send me letters" of={saying} />
  );
}

function Leave({ token }: { token: string }) {
  const leaving = useMutation({ mutationFn: () => answered(api.POST("/api/v1/newsletter/leave", { body: { token } })) });
  if (leaving.isSuccess) return <Notice kind="good" title="You get no more letters." />;
  return <Asked question="Do you want no more letters?" answer="No more letters" of={leaving} />;
}

type Saying = { mutate: () => void; isPending: boolean; error: Error | null };

function Asked({ question, answer, of }: { question: string; answer: string; of: Saying }) {
  return (
    <div className="grid gap-4">
      <p className="text-lg">{question}</p>
      <Refusal error={of.error} />
      <Button className="justify-self-start" disabled={of.isPending} onClick={() => of.mutate()}>
        {answer}
      </Button>
    </div>
  );
}

function Subscribe() {
  const asking = useMutation({
    mutationFn: (body: { email: string; zip: string | null }) => answered(api.POST("/api/v1/newsletter/subscribe", { body })),
  });
  if (asking.isSuccess) {
    return <Notice kind="good" title="Look into your mailbox: we asked you there whether it was you." />;
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    asking.mutate({ email: String(given.get("email")), zip: String(given.get("zip")) || null });
  };
  return (
    <form onSubmit={submit} className="grid max-w-xl gap-5">
      <p className="text-lg text-quiet">New dishes and news, now and then. You say yes from your own mailbox, and leave with one click.</p>
      <Field label="E-mail" name="email" type="email" autoComplete="email" required maxLength={200} />
      <Field label="ZIP" name="zip" inputMode="numeric" pattern="[0-9]{5}" maxLength={5} hint="If you like: for news from where you are." />
      <Refusal error={asking.error} />
      <SmallPrint act="By asking for letters" />
      <Button type="submit" className="justify-self-start" disabled={asking.isPending}>
        Ask for letters
      </Button>
    </form>
  );
}
