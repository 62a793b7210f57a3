"use client";

import type { Schemas } from "@hibachi/api-client";
import { Field } from "@hibachi/ui/field";
import { Choice } from "@/shell/choice";

export type Segment = Schemas["Segment"];
type Who = NonNullable<Segment["who"]>;

const WHO: Record<Who, string> = {
  everybody: "Every subscriber",
  had_a_party: "Who had a party with us",
  had_none: "Who had none yet",
  open_lead: "Open leads",
};

/** "945, 95112" → the first digits of ZIPs. */
export function zipsOf(said: string): string[] {
  return said.split(/[\s,;]+/).filter(Boolean);
}

/** A segment in words. */
export function inWords({ who, zips }: Segment): string {
  const near = zips && zips.length > 0 ? `, ZIPs from ${zips.join(", ")}` : "";
  return `${WHO[who ?? "everybody"]}${near}`;
}

type Props = { who: Who; onWho: (who: Who) => void; zips?: string };

/** To whom a letter goes; the field of ZIPs is read from the form as "zips". */
export function SegmentFields({ who, onWho, zips }: Props) {
  return (
    <>
      <Choice label="To" value={who} options={WHO} onChange={onWho} />
      <Field label="Only ZIPs that begin with" name="zips" defaultValue={zips} pattern="[0-9\s,;]*" hint="Such as 945, 95112. Empty: everywhere." />
    </>
  );
}
