"use client";

import { useId, useState } from "react";
import { Button } from "@hibachi/ui/button";
import { name, read, type Edits, type Json } from "./leaves";
import { INPUT } from "./rows";
import { groupsIn, keyOf } from "./shapes";

type Props = { section: string; edits: Edits; known: string[]; edit: (path: string, value: Json | undefined) => void };

/** For each group of a part whose entries come and go: what came and is not saved yet, and one more. known: the paths that are there. */
export function NewEntries({ section, edits, known, edit }: Props) {
  return groupsIn(section).map(({ path, kind }) => {
    const made = Object.entries(edits).filter(([at]) => at.startsWith(`${path}.`) && !known.includes(at));
    return (
      <div key={path} className="grid gap-2 border-t border-line pt-3 md:col-span-2">
        {made.map(([at, value]) => (
          <p key={at} className="flex flex-wrap items-center gap-2 text-sm">
            <span className="font-semibold">{name(at.slice(path.length + 1))}</span>
            {Array.isArray(value) ? value.join(", ") : String(value)}
            <Button look="plain" size="small" className="min-h-6" aria-label={`Take off ${name(at.slice(path.length + 1))}`} onClick={() => edit(at, undefined)}>
              Take off
            </Button>
          </p>
        ))}
        <NewEntry title={name(path.slice(path.lastIndexOf(".") + 1))} kind={kind} onMake={(key, value) => edit(`${path}.${key}`, value)} />
      </div>
    );
  });
}

type NewProps = { title: string; kind: "words" | "lines" | "number"; onMake: (key: string, value: Json) => void };

function NewEntry({ title, kind, onMake }: NewProps) {
  const id = useId();
  const [called, call] = useState("");
  const [text, write] = useState("");
  const value = read(kind, kind === "lines" ? text.replaceAll(",", "\n") : text);
  const isWhole = keyOf(called) !== "" && text.trim() !== "" && value !== undefined && value !== null;
  return (
    <div role="group" aria-labelledby={id} className="grid gap-2 sm:grid-cols-[12rem_1fr_auto] sm:items-center">
      <p id={id} className="text-sm text-quiet sm:col-span-3">
        {title}: one more{kind === "lines" ? ", with commas between" : ""}
      </p>
      <input aria-label="Name" placeholder="Name" value={called} className={INPUT} onChange={(event) => call(event.target.value)} />
      <input aria-label="What it says" placeholder="What it says" inputMode={kind === "number" ? "decimal" : undefined} value={text} className={INPUT} onChange={(event) => write(event.target.value)} />
      <Button
        look="quiet"
        size="small"
        disabled={!isWhole}
        onClick={() => {
          if (!isWhole) return;
          onMake(keyOf(called), value);
          call("");
          write("");
        }}
      >
        One more
      </Button>
    </div>
  );
}
