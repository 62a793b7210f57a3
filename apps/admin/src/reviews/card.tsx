"use client";

import Link from "next/link";
import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { button, Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Area } from "@/shell/area";
import { Badge, type Look } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { useMay } from "@/shell/me";
import { Refusal } from "@/shell/refusal";
import { day } from "@/shell/words";

type Review = Schemas["Review"];
const REVIEWS = [["review"]];
const LOOK: Record<Review["status"], Look> = { pending: "wait", published: "good", declined: "problem" };

/** One review with what can be done about it. */
export function ReviewCard({ review }: { review: Review }) {
  const [doing, start] = useState<"decline" | "reply" | null>(null);
  const mayWrite = useMay("reviews:write");
  const mayApprove = useMay("drafts:review");
  const path = { review_id: review.id };
  const publishing = useChange({
    call: () => answered(api.POST("/api/v1/admin/reviews/{review_id}/publish", { params: { path } })),
    touches: REVIEWS,
    done: "The review is on the site.",
  });
  const approving = useChange({
    call: (text: string) => answered(api.POST("/api/v1/admin/reviews/{review_id}/reply/approve", { params: { path }, body: { text } })),
    touches: REVIEWS,
    done: "The reply stands below it.",
  });
  return (
    <li className="grid content-start gap-3 rounded-xl border border-line bg-raised p-4">
      <p className="flex flex-wrap items-center gap-2 text-sm text-quiet">
        <Badge look={review.rating >= 4 ? "good" : "problem"}>{`${review.rating} of 5`}</Badge>
        <Badge look={LOOK[review.status]}>{review.status}</Badge>
        {review.mood ? <Badge>{review.mood}</Badge> : null}
        {review.disagrees ? <Badge look="wait">stars and words disagree</Badge> : null}
        {review.name ?? "Without a name"}, party of {day(review.event_date)}
      </p>
      <p className="whitespace-pre-wrap">{review.words || <span className="text-quiet">No words.</span>}</p>
      {review.declined_reason && review.status === "declined" ? <p className="text-sm text-quiet">Declined: {review.declined_reason}</p> : null}
      {review.reply ? (
        <p className="border-l-2 border-line pl-3 text-sm">
          {review.reply} <span className="text-quiet">({review.reply_approved_at ? "below the review" : `draft by ${review.reply_by ?? "staff"}`})</span>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Link href={{ pathname: "/bookings", query: { id: review.booking_id } }} className={button({ look: "quiet", size: "small" })}>
          The party
        </Link>
        {mayWrite && review.status !== "published" ? (
          <Button size="small" disabled={publishing.isPending} onClick={() => publishing.mutate(undefined)}>
            Publish
          </Button>
        ) : null}
        {mayWrite && review.status !== "declined" ? (
          <Button look="quiet" size="small" onClick={() => start("decline")}>
            {review.status === "published" ? "Take down" : "Decline"}
          </Button>
        ) : null}
        {mayWrite ? (
          <Button look="quiet" size="small" onClick={() => start("reply")}>
            {review.reply ? "Change the reply" : "Write a reply"}
          </Button>
        ) : null}
        {mayApprove && review.reply && !review.reply_approved_at ? (
          <Button size="small" disabled={approving.isPending} onClick={() => approving.mutate(review.reply ?? "")}>
            Approve the reply
          </Button>
        ) : null}
      </div>
      {doing === "decline" ? <Decline review={review} onClose={() => start(null)} /> : null}
      {doing === "reply" ? <Reply review={review} onClose={() => start(null)} /> : null}
    </li>
  );
}

type DialogProps = { review: Review; onClose: () => void };

function Decline({ review, onClose }: DialogProps) {
  const declining = useChange({
    call: (reason: string) =>
      answered(api.POST("/api/v1/admin/reviews/{review_id}/decline", { params: { path: { review_id: review.id } }, body: { reason } })),
    touches: REVIEWS,
    done: "The review is not shown.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    declining.mutate(String(new FormData(event.currentTarget).get("reason")));
  };
  return (
    <Dialog title="Do not show this review" open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Reason" name="reason" required maxLength={200} />
        <Refusal error={declining.error} />
        <Button type="submit" disabled={declining.isPending}>
          Do not show it
        </Button>
      </form>
    </Dialog>
  );
}

function Reply({ review, onClose }: DialogProps) {
  const drafting = useChange({
    call: (text: string) =>
      answered(api.PUT("/api/v1/admin/reviews/{review_id}/reply", { params: { path: { review_id: review.id } }, body: { text } })),
    touches: REVIEWS,
    done: "The reply waits for a yes.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    drafting.mutate(String(new FormData(event.currentTarget).get("text")));
  };
  return (
    <Dialog title="Our reply" about="Whoever may review drafts lets it stand below the review." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Area label="Reply" name="text" required maxLength={2000} rows={5} defaultValue={review.reply ?? ""} />
        <Refusal error={drafting.error} />
        <Button type="submit" disabled={drafting.isPending}>
          Keep the draft
        </Button>
      </form>
    </Dialog>
  );
}
