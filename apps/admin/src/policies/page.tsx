"use client";

import { useState } from "react";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Page } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { Choice } from "@/shell/choice";
import { useDraft } from "./draft";
import { Section } from "./fields";
import { Versions } from "./history";
import { name, type Json } from "./leaves";
import { Proposal } from "./proposal";

const ON_THE_MENU_PAGE = ["menu", "dietary"];
const ON_THE_SCRIPTS_PAGE = ["sales.scripts"];

/** The owner's numbers and rules: edited as dated versions, tried on a party before they are saved. */
export function Policies() {
  const { book, edits, edit, clear } = useDraft();
  const [round, next] = useState(0);
  const [chosen, choose] = useState("prices");
  const mayWrite = useMay("policies:write");
  const again = () => {
    clear();
    next(round + 1);
  };
  const profile = book.data?.profile as { [key: string]: Json } | undefined;
  const sections = Object.keys(profile ?? {}).filter((key) => !ON_THE_MENU_PAGE.includes(key));
  return (
    <Page title="Policies" about={mayWrite ? "Every number and rule of the business. A change is a new version with its date; nothing is lost." : "Your role may read these, not change them."}>
      <Refusal error={book.error} again={() => void book.refetch()} />
      {book.isPending ? <Loading what="the policies" lines={6} /> : null}
      {book.data && profile ? (
        <>
          <div className="flex flex-wrap items-center gap-4">
            <Choice label="Part" value={chosen} options={Object.fromEntries(sections.map((key) => [key, name(key)]))} onChange={choose} />
            <p className="text-sm text-quiet">Version {book.data.version} is in force.</p>
          </div>
          <fieldset disabled={!mayWrite} className="contents">
            <Section key={`${chosen} ${round} ${book.data.version}`} title={name(chosen)} path={chosen} value={profile[chosen] ?? null} edits={edits} edit={edit} skips={ON_THE_SCRIPTS_PAGE} />
          </fieldset>
          <Proposal edits={edits} onSaved={again} onDrop={again} />
          <Versions inForce={book.data.version} />
        </>
      ) : null}
    </Page>
  );
}
