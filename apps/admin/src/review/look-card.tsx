"use client";

import Link from "next/link";
import { answered, api } from "@hibachi/api-client";
import { button, Button } from "@hibachi/ui/button";
import { channelName } from "@/inbox/inbox";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { useMay } from "@/shell/me";
import { at, plain } from "@/shell/words";
import { REASONS, type Look } from "./looks";

/** One text with the question that it answers, why it is here, and what can be done. */
export function LookCard({ look, onImprove }: { look: Look; onImprove: () => void }) {
  const mayWrite = useMay("conversations:write");
  return (
    <li className="grid gap-2 border-b border-line pb-3 last:border-0">
      <p className="flex flex-wrap items-center gap-2 text-sm text-quiet">
        {look.reasons.map((reason) => (
          <Badge key={reason} look={reason === "rated_down" || reason === "draft_rejected" ? "problem" : "wait"}>
            {REASONS[reason]}
          </Badge>
        ))}
        <span>{channelName(look.channel)}</span>
        {look.agent ? <span>{plain(look.agent)}</span> : null}
        <time dateTime={look.at}>{at(look.at, new Date())}</time>
      </p>
      <p className="whitespace-pre-wrap font-semibold">{look.question.join("\n") || "The question is not known."}</p>
      <p className="whitespace-pre-wrap text-sm text-quiet">{look.said}</p>
      {look.sent ? <p className="whitespace-pre-wrap text-sm">Sent instead: {look.sent}</p> : null}
      {look.comment ? <p className="text-sm">Said of it: {look.comment}</p> : null}
      <span className="flex flex-wrap gap-2">
        {mayWrite ? (
          <>
            <Button size="small" onClick={onImprove}>
              Write it better
            </Button>
            <Fine look={look} />
          </>
        ) : null}
        <Link href={{ pathname: "/inbox", query: { id: look.conversation_id, shelf: "all" } }} className={button({ look: "quiet", size: "small" })}>
          Open the thread
        </Link>
      </span>
    </li>
  );
}

/** It was looked at, and nothing is to be improved. */
function Fine({ look }: { look: Look }) {
  const { id: ai_message_id, conversation_id } = look;
  const passing = useChange({
    call: async () => {
      const before = await answered(api.GET("/api/v1/admin/human-feedback/messages/{ai_message_id}", { params: { path: { ai_message_id } } }));
      const revision = before[0]?.revision ?? 0;
      return answered(api.POST("/api/v1/admin/human-feedback", { body: { conversation_id, ai_message_id, feedback_type: "nothing_to_improve", tags: [], revision } }));
    },
    touches: [["needs-review"], ["improvements", ai_message_id]],
    done: "It was looked at.",
  });
  return (
    <Button look="quiet" size="small" disabled={passing.isPending} onClick={() => passing.mutate(undefined)}>
      Nothing to improve
    </Button>
  );
}
