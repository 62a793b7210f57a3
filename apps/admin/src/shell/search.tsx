"use client";

import { Search as Glass } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useKeys } from "./keys";

const PAUSE_MS = 250;

type Props = { label: string; value: string; onChange: (value: string) => void };

/** A search field: / leads into it, Escape out of it; what is typed counts when it stood still for a moment. */
export function Search({ label, value, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, type] = useState(value);
  useEffect(() => type(value), [value]);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onChange(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  useKeys({ "/": { does: () => field.current?.focus(), says: "Search" } });
  return (
    <span className="relative block min-w-40 grow">
      <Glass aria-hidden className="pointer-events-none absolute left-2.5 top-2.5 size-4 text-quiet" />
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => (event.key === "Escape" ? field.current?.blur() : undefined)}
        className="min-h-9 w-full rounded-lg border border-line bg-raised pl-8 pr-2 text-sm text-ink placeholder:text-quiet"
      />
    </span>
  );
}
