"use client";

import { useMutation } from "@tanstack/react-query";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useState, type FormEvent } from "react";
import { answered, api, Refused } from "@hibachi/api-client";
import { classes } from "@hibachi/ui/classes";

type Vote = "helpful" | "not_helpful";

const THUMBS = [
  { vote: "helpful", label: "This helped", Icon: ThumbsUp },
  { vote: "not_helpful", label: "This did not help", Icon: ThumbsDown },
] as const;

/** Two thumbs below a reply; who was not helped may say what was missing. */
export function Judge({ replyId }: { replyId: string }) {
  const [isAsked, ask] = useState(false);
  const voting = useMutation({
    mutationFn: (vote: { feedback: Vote; suggestion: string | null }) =>
      answered(api.POST("/api/v1/ai/orchestrator/feedback", { body: { log_id: replyId, ...vote } })),
  });
  if (voting.data) return <Quiet>{voting.data.message}</Quiet>;
  if (voting.error) return <Quiet>{voting.error instanceof Refused ? voting.error.message : "That did not reach us. Try again later."}</Quiet>;
  const choose = (feedback: Vote) => (feedback === "helpful" ? voting.mutate({ feedback, suggestion: null }) : ask(true));
  return (
    <div className="grid justify-items-start gap-2">
      <div className="flex">
        {THUMBS.map(({ vote, label, Icon }) => (
          <button
            key={vote}
            type="button"
            aria-label={label}
            aria-expanded={vote === "not_helpful" ? isAsked : undefined}
            disabled={voting.isPending}
            onClick={() => choose(vote)}
            className={classes("grid size-9 place-items-center rounded-full hover:bg-raised hover:text-ink", isAsked && vote === "not_helpful" ? "text-ember" : "text-quiet")}
          >
            <Icon aria-hidden className="size-4" />
          </button>
        ))}
      </div>
      {isAsked ? <Missing onSend={(suggestion) => voting.mutate({ feedback: "not_helpful", suggestion })} busy={voting.isPending} /> : null}
    </div>
  );
}

function Missing({ onSend, busy }: { onSend: (suggestion: string | null) => void; busy: boolean }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend(String(new FormData(event.currentTarget).get("missing")).trim() || null);
  };
  return (
    <form onSubmit={submit} className="flex w-full gap-2">
      <input
        name="missing"
        aria-label="What was missing or wrong?"
        placeholder="What was missing or wrong?"
        maxLength={2000}
        autoFocus
        className="min-h-9 w-full rounded-xl border border-line bg-raised px-3 text-sm placeholder:text-quiet"
      />
      <button type="submit" disabled={busy} className="rounded-full border border-line px-3 text-sm font-semibold hover:border-ink">
        Send
      </button>
    </form>
  );
}

function Quiet({ children }: { children: string }) {
  return (
    <p role="status" className="text-sm text-quiet">
      {children}
    </p>
  );
}
