"use client";

import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Area } from "@/shell/area";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Refusal } from "@/shell/refusal";
import { SegmentFields, zipsOf, type Segment } from "./segment";

type Wanted = Schemas["NewNewsletter"];

/** What the owner has to tell; the rest of the draft comes from the menu in force and from guests. */
export function NewLetter({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const [who, choose] = useState<NonNullable<Segment["who"]>>("everybody");
  const drafting = useChange({
    call: (body: Wanted) => answered(api.POST("/api/v1/admin/newsletters", { body })),
    touches: [["newsletter"]],
    then: ({ id }) => onMade(id),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const lines = String(given.get("news")).split("\n").map((line) => line.trim());
    drafting.mutate({
      subject: String(given.get("subject")).trim() || null,
      news: lines.filter(Boolean),
      segment: { who, zips: zipsOf(String(given.get("zips"))) },
    });
  };
  return (
    <Dialog title="Write a letter" about="A draft: nothing leaves before somebody approves it." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Area label="Your news, a line each" name="news" rows={4} hint="Amounts must be those of your policies; what is on the menu is added by itself." />
        <Field label="Subject" name="subject" maxLength={150} />
        <SegmentFields who={who} onWho={choose} />
        <Refusal error={drafting.error} />
        <Button type="submit" disabled={drafting.isPending}>
          Make the draft
        </Button>
      </form>
    </Dialog>
  );
}
