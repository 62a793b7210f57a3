"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Dialog } from "@/shell/dialog";
import { useKeys, type Keys } from "@/shell/keys";
import { useMay, useMe } from "@/shell/me";
import { useThreadChanges } from "./changes";
import type { Detail } from "./inbox";

const REASONS = ["I know this customer", "The answer was wrong", "Only a person can decide this"];

/** Who speaks: take over, hand back, close. What the thread's state does not allow is not offered. */
export function ThreadActions({ detail: { conversation, speaker } }: { detail: Detail }) {
  const { takeOver, handBack, close } = useThreadChanges(conversation.id);
  const [asks, ask] = useState<"take" | "close" | null>(null);
  const me = useMe().data?.staff.id;
  const may = useMay("conversations:write") && conversation.status !== "closed";
  const isMine = speaker === "human" && conversation.assigned_agent_id === me;
  useKeys(keysOf({ take: may && !isMine ? () => ask("take") : null, back: may && speaker === "human" ? () => handBack.mutate(undefined) : null }));
  if (!may) return null;
  const done = () => ask(null);
  return (
    <div className="flex flex-wrap gap-2">
      {isMine ? null : (
        <Button size="small" onClick={() => ask("take")}>
          Take over
        </Button>
      )}
      {speaker === "human" ? (
        <Button look="quiet" size="small" disabled={handBack.isPending} onClick={() => handBack.mutate(undefined)}>
          Hand back
        </Button>
      ) : null}
      <Button look="quiet" size="small" onClick={() => ask("close")}>
        Close
      </Button>
      <Taking open={asks === "take"} onClose={done} onReason={(reason) => takeOver.mutate(reason, { onSettled: done })} />
      <Closing open={asks === "close"} onClose={done} onGiven={(given) => close.mutate(given, { onSettled: done })} />
    </div>
  );
}

function keysOf({ take, back }: { take: (() => void) | null; back: (() => void) | null }): Keys {
  return {
    ...(take ? { t: { does: take, says: "Take the thread over" } } : {}),
    ...(back ? { h: { does: back, says: "Hand it back to the concierge" } } : {}),
  };
}

function Taking({ open, onClose, onReason }: { open: boolean; onClose: () => void; onReason: (reason: string) => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onReason(String(new FormData(event.currentTarget).get("reason")));
  };
  return (
    <Dialog title="Take over" about="The concierge is silent from here on, until you hand back. Why do you step in?" open={open} onClose={onClose}>
      <div className="grid gap-2">
        {REASONS.map((reason) => (
          <Button key={reason} look="quiet" onClick={() => onReason(reason)}>
            {reason}
          </Button>
        ))}
      </div>
      <form onSubmit={submit} className="grid gap-3">
        <Field label="In your own words" name="reason" required maxLength={500} />
        <Button type="submit">Take over</Button>
      </form>
    </Dialog>
  );
}

type Ending = { successful: boolean; reason: string | null };

function Closing({ open, onClose, onGiven }: { open: boolean; onClose: () => void; onGiven: (given: Ending) => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    onGiven({ successful: given.get("successful") === "yes", reason: String(given.get("reason")) || null });
  };
  return (
    <Dialog title="Close the conversation" about="The customer’s next message starts a new one." open={open} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <fieldset className="grid gap-1">
          <legend className="text-sm font-semibold">Did they get what they came for?</legend>
          {["yes", "no"].map((word) => (
            <label key={word} className="flex min-h-9 items-center gap-2 capitalize">
              <input type="radio" name="successful" value={word} required className="size-4 accent-ember" />
              {word}
            </label>
          ))}
        </fieldset>
        <Field label="A note (if you like)" name="reason" maxLength={500} />
        <Button type="submit">Close it</Button>
      </form>
    </Dialog>
  );
}
