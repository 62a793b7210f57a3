"use client";

import { oneOf, useAddresses } from "@/shell/address";
import { Page } from "@/shell/page";
import { Kinds } from "./kinds";
import { Past } from "./past";
import { Coming } from "./coming";
import { KINDS, STATES, usePlan, type Kind } from "./journeys";

const EVERY = { any: "Any kind", ...Object.fromEntries(Object.entries(KINDS).map(([kind, { name }]) => [kind, name])) } as Record<Kind | "any", string>;

/** What is said unasked: the switches, what will go out and when, and what became of what was due. */
export function JourneysPage() {
  const { get, set } = useAddresses();
  const plan = usePlan();
  return (
    <Page title="Journeys" about="What customers hear from us unasked. Each message is decided when it is due, from the party as it is then.">
      <Kinds plan={plan} />
      <Coming plan={plan} />
      <Past
        kinds={EVERY}
        kind={oneOf(EVERY, get("kind"), "any")}
        state={oneOf(STATES, get("state"), "any")}
        onNarrow={(changes) => set(changes)}
      />
    </Page>
  );
}
