"use client";

import { useId } from "react";
import { classes } from "@hibachi/ui/classes";

type Props<Value extends string> = {
  label: string;
  value: Value;
  options: Readonly<Record<Value, string>>;
  onChange: (value: Value) => void;
  /** The label is for screen readers alone, where the options say enough; the choice takes the width that there is. */
  isBare?: boolean;
};

/** One of several, in a line: the browser's own select, which every phone and screen reader knows. */
export function Choice<Value extends string>({ label, value, options, onChange, isBare }: Props<Value>) {
  const id = useId();
  return (
    <span className={classes("inline-flex min-w-0 items-center gap-2 text-sm", isBare && "w-full")}>
      <label htmlFor={id} className={isBare ? "sr-only" : "text-quiet"}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value as Value)}
        className={classes("min-h-9 min-w-0 rounded-lg border border-line bg-raised px-2 text-ink", isBare && "w-full")}
      >
        {Object.entries<string>(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
