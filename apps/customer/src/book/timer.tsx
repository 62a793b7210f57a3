"use client";

import { useEffect, useState } from "react";

/** How long a hold still lasts; says so to a screen reader once a minute, and when it is over. */
export function HoldTimer({ until, onOver }: { until: string; onOver: () => void }) {
  const left = useSecondsUntil(until);
  useEffect(() => {
    if (left === 0) onOver();
  }, [left, onOver]);
  if (left === null) return null;
  return (
    <p role="timer" className="tabular-nums">
      Held for you for another <strong>{written(left)}</strong>
      <span className="sr-only" aria-live="polite">
        {left % 60 === 0 ? `${left / 60} minutes left` : ""}
      </span>
    </p>
  );
}

function useSecondsUntil(until: string): number | null {
  const [now, tick] = useState<number | null>(null);
  useEffect(() => {
    tick(Date.now());
    const timer = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now === null ? null : Math.max(0, Math.round((Date.parse(until) - now) / 1000));
}

function written(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = String(seconds % 60).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
