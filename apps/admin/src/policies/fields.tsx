"use client";

import { useId, useState } from "react";
import { Button } from "@hibachi/ui/button";
import { classes } from "@hibachi/ui/classes";
import { Panel } from "@/shell/page";
import { NewEntries } from "./entries";
import { kindOf, leavesOf, name, read, typed, type Edits, type Json, type Leaf } from "./leaves";
import { INPUT, ListRows, Pair } from "./rows";
import { isEntry, pairOf, shapeOf } from "./shapes";

type Edit = (path: string, value: Json | undefined) => void;
type Props = { title: string; value: Json; path: string; edits: Edits; edit: Edit; skips?: string[] };

/** A part of the profile: each number and word in a field of its own. */
export function Section({ title, value, path, edits, edit, skips = [] }: Props) {
  const leaves = leavesOf(value, path).filter((leaf) => !skips.some((skipped) => leaf.path.startsWith(skipped)));
  if (leaves.length === 0) return null;
  return (
    <Panel title={title}>
      <div className="grid gap-x-6 gap-y-3 p-4 md:grid-cols-2">
        {leaves.map((leaf) => (
          <One key={leaf.path} leaf={leaf} label={labelOf(leaf.path, path)} edited={edits[leaf.path]} edit={edit} />
        ))}
        <NewEntries section={path} edits={edits} known={leaves.map((leaf) => leaf.path)} edit={edit} />
      </div>
    </Panel>
  );
}

function labelOf(path: string, section: string): string {
  const below = path === section ? path : path.slice(section.length + 1);
  return below.split(".").map(name).join(", ");
}

type LeafProps = { leaf: Leaf; label: string; edited: Json | undefined; edit: Edit };

/** A leaf as what it is: rows, a pair, an entry that may go, or a field. */
function One(props: LeafProps) {
  const { leaf, label, edited, edit } = props;
  const [shape, names] = [shapeOf(leaf.path), pairOf(leaf.path)];
  const set = (value: Json | undefined) => edit(leaf.path, value);
  if (shape) return <ListRows label={label} value={leaf.value} edited={edited} shape={shape} set={set} />;
  if (names) return <Pair label={label} value={leaf.value} edited={edited} names={names} set={set} />;
  return isEntry(leaf.path) ? <Entry {...props} /> : <FieldOf {...props} />;
}

function Entry(props: LeafProps) {
  const { leaf, label, edited, edit } = props;
  const isGone = edited === null && leaf.value !== null;
  return (
    <div className="flex items-end gap-1">
      {isGone ? <p className="grow py-2 text-sm text-quiet line-through">{label}</p> : <FieldOf {...props} className="grow" />}
      <Button look="plain" size="small" aria-label={`${isGone ? "Keep" : "Take off"} ${label}`} onClick={() => edit(leaf.path, isGone ? undefined : null)}>
        {isGone ? "Keep" : "Take off"}
      </Button>
    </div>
  );
}

function FieldOf({ leaf, label, edited, edit, className }: LeafProps & { className?: string }) {
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
    <div className={classes("grid content-start gap-1", isLong && "md:col-span-2", className)}>
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
