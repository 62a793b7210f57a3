"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useState, type FormEvent } from "react";
import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Notice } from "@hibachi/ui/notice";
import { day } from "@/facts/words";
import { Refusal } from "@/parts/refusal";
import { SmallPrint } from "@/parts/small-print";

const STARS = [5, 4, 3, 2, 1] as const;
const WORDS: Record<number, string> = { 5: "Wonderful", 4: "Good", 3: "So-so", 2: "Not good", 1: "Bad" };

/** The page behind the link of a finished party: stars and words, once. */
export function GiveReview() {
  const token = useSearchParams().get("token");
  if (!token) {
    return <Notice kind="plain" title="This page opens with the link that you got after your party." />;
  }
  return <Asked token={token} />;
}

function Asked({ token }: { token: string }) {
  const { data, error } = useQuery({
    queryKey: ["review", token],
    queryFn: () => answered(api.GET("/api/v1/reviews/asked", { params: { query: { token } } })),
    retry: 1,
  });
  if (error) return <Refusal error={error} />;
  if (!data) return <p className="text-quiet">One moment.</p>;
  if (data.given) return <Thanks />;
  return <Form token={token} date={data.event_date} />;
}

function Form({ token, date }: { token: string; date: string }) {
  const [rating, rate] = useState<number | null>(null);
  const giving = useMutation({
    mutationFn: (words: string) => answered(api.POST("/api/v1/reviews", { body: { token, rating: rating ?? 0, words } })),
  });
  if (giving.isSuccess) return <Thanks />;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    giving.mutate(String(new FormData(event.currentTarget).get("words")));
  };
  return (
    <form onSubmit={submit} className="grid max-w-2xl gap-6">
      <p className="text-lg text-quiet">Your party on {day(date)}. We read every word; what we publish shows your first name only.</p>
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">How many stars?</legend>
        {STARS.map((stars) => (
          <label key={stars} className="flex min-h-12 items-center gap-3 rounded-xl border border-line bg-raised px-4 has-checked:border-ember">
            <input type="radio" name="rating" value={stars} required checked={rating === stars} onChange={() => rate(stars)} />
            <span className="font-semibold">{stars}</span> {WORDS[stars]}
          </label>
        ))}
      </fieldset>
      <label className="grid gap-1.5 font-semibold">
        In your words
        <textarea name="words" rows={5} maxLength={2000} className="rounded-xl border border-line bg-raised px-4 py-3 text-base font-normal" />
      </label>
      <Refusal error={giving.error} />
      <SmallPrint act="By sending" />
      <Button type="submit" className="justify-self-start" disabled={giving.isPending}>
        Send my review
      </Button>
    </form>
  );
}

function Thanks() {
  return (
    <Notice kind="good" title="Thank you. Your review is with us.">
      If something was not right, a person of our team will write to you.
    </Notice>
  );
}
