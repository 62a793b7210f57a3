"use client";

import { useId, useState } from "react";
import { Panel } from "@/shell/page";
import { kindOf, leavesOf, name, read, typed, type Edits, type Json, type Leaf } from "./leaves";

type Edit = (path: string, value: Json | undefined) => void;
type Props = { title: string; value: Json; path: string; edits: Edits; edit: Edit; skips?: string[] };

const INPUT = "min-h-9 w-full rounded-lg border border-line bg-paper px-2.5 py-1.5 text-sm text-ink aria-invalid:border-ember data-[changed]:border-honey data-[changed]:bg-honey-soft";

/** A part of the profile: each number and word in a field of its own. */
export function Section({ title, value, path, edits, edit, skips = [] }: Props) {
  const leaves = leavesOf(value, path).filter((leaf) => !skips.some((skipped) => leaf.path.startsWith(skipped)));
  if (leaves.length === 0) return null;
  return (
    <Panel title={title}>
      <div className="grid gap-x-6 gap-y-3 p-4 md:grid-cols-2">
        {leaves.map((leaf) => (
          <Leaves key={leaf.path} leaf={leaf} label={labelOf(leaf.path, path)} edited={edits[leaf.path]} edit={edit} />
        ))}
      </div>
    </Panel>
  );
}

function labelOf(path: string, section: string): string {
  const below = path === section ? path : path.slice(section.length + 1);
  return below.split(".").map(name).join(", ");
}

type LeavesProps = { leaf: Leaf; label: string; edited: Json | undefined; edit: Edit };

function Leaves({ leaf, label, edited, edit }: LeavesProps) {
  const id = useId();
  const kind = kindOf(leaf.value);
  const [text, write] = useState(typed(edited === undefined ? leaf.value : edited));
  const value = read(kind, text);
  const isChanged = JSON.stringify(value) !== JSON.stringify(leaf.value);
  const change = (next: string) => {
    write(next);
    const meant = read(kind, next);
    edit(leaf.path, meant === undefined || JSON.stringify(meant) === JSON.stringify(leaf.value) ? undefined : meant);
  };
  const shared = {
    id,
    value: text,
    "data-changed": isChanged || undefined,
    "aria-invalid": value === undefined || undefined,
    className: INPUT,
    onChange: (event: { target: { value: string } }) => change(event.target.value),
  };
  const isLong = kind === "lines" || kind === "json" || text.length > 60;
  return (
    <div className={isLong ? "grid content-start gap-1 md:col-span-2" : "grid content-start gap-1"}>
      <label htmlFor={id} className="text-sm text-quiet">
        {label}
        {kind === "lines" ? " (one a line)" : ""}
      </label>
      {kind === "yes_no" ? (
        <select {...shared}>
          <option value="true">yes</option>
          <option value="false">no</option>
        </select>
      ) : isLong ? (
        <textarea {...shared} rows={Math.min(8, Math.max(2, text.split("\n").length))} />
      ) : (
        <input {...shared} inputMode={kind === "number" ? "decimal" : undefined} />
      )}
    </div>
  );
}
