"use client";

import { useState } from "react";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Page } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { Dishes } from "./dishes";
import { useDraft } from "./draft";
import { Section } from "./fields";
import type { Json } from "./leaves";
import { Proposal } from "./proposal";

const LISTED = ["menu.upgrades_per_person", "menu.addons_each"];

/** The dishes, their prices and what is in them: a part of the policies, edited and dated as they are. */
export function MenuEditor() {
  const { book, edits, edit, clear } = useDraft();
  const [round, next] = useState(0);
  const mayWrite = useMay("policies:write");
  const again = () => {
    clear();
    next(round + 1);
  };
  const profile = book.data?.profile;
  const key = `${round} ${book.data?.version}`;
  return (
    <Page title="Menu" about="What guests can have, what it costs, and what is known to be in it. Customers see a change at once, or from its day on.">
      <Refusal error={book.error} again={() => void book.refetch()} />
      {book.isPending ? <Loading what="the menu" lines={6} /> : null}
      {profile ? (
        <fieldset disabled={!mayWrite} className="grid gap-5">
          <div className="grid items-start gap-5 lg:grid-cols-2">
            <Dishes key={`u ${key}`} title="Upgrades, for one guest" path="menu.upgrades_per_person" prices={profile.menu.upgrades_per_person} edits={edits} edit={edit} />
            <Dishes key={`a ${key}`} title="Add-ons, each" path="menu.addons_each" prices={profile.menu.addons_each} edits={edits} edit={edit} />
          </div>
          <Section key={`m ${key}`} title="Included, and how many" path="menu" value={profile.menu as unknown as Json} edits={edits} edit={edit} skips={LISTED} />
          <Section key={`d ${key}`} title="Allergens and diets" path="dietary" value={profile.dietary as unknown as Json} edits={edits} edit={edit} />
        </fieldset>
      ) : null}
      <Proposal edits={edits} onSaved={again} onDrop={again} />
    </Page>
  );
}
