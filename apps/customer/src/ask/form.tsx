"use client";

import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Notice } from "@hibachi/ui/notice";
import { Refusal } from "@/parts/refusal";
import { SmallPrint } from "@/parts/small-print";

type Inquiry = Schemas["Inquiry"];

/** For whoever is not ready to book: a wish and a way to be answered. */
export function AskForm() {
  const asking = useMutation({ mutationFn: (body: Inquiry) => answered(api.POST("/api/v1/leads", { body })) });
  if (asking.isSuccess) {
    return <Notice kind="good" title="We have your wish. A person of our team will answer you." />;
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    asking.mutate(inquiry(new FormData(event.currentTarget)));
  };
  return (
    <form onSubmit={submit} className="grid max-w-2xl gap-5">
      <Field label="Your name" name="name" autoComplete="name" required maxLength={200} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="E-mail" name="email" type="email" autoComplete="email" maxLength={200} hint="Or a number: one of the two." />
        <Field label="Mobile number" name="phone" type="tel" autoComplete="tel" maxLength={40} />
        <Field label="Day" name="date" type="date" />
        <Field label="ZIP of the party" name="zip" inputMode="numeric" pattern="[0-9]{5}" maxLength={5} />
        <Field label="Adults" name="adults" type="number" min={1} max={1000} />
        <Field label="Children" name="children" type="number" min={0} max={1000} />
      </div>
      <label className="grid gap-1.5 text-sm font-semibold">
        Anything else
        <textarea name="words" rows={4} maxLength={2000} className="rounded-xl border border-line bg-raised px-4 py-3 text-base font-normal" />
      </label>
      <Refusal error={asking.error} />
      <SmallPrint act="By asking" />
      <Button type="submit" className="justify-self-start" disabled={asking.isPending}>
        Ask to be answered
      </Button>
    </form>
  );
}

function inquiry(given: FormData): Inquiry {
  const text = (name: string) => String(given.get(name) ?? "").trim() || null;
  const number = (name: string) => (text(name) === null ? null : Number(text(name)));
  return {
    name: text("name") ?? "",
    email: text("email"),
    phone: text("phone"),
    date: text("date"),
    zip: text("zip"),
    adults: number("adults"),
    children: number("children"),
    words: text("words"),
  };
}
