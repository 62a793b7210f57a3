"use client";

import { useEffect, useRef } from "react";

/** Keys and what they do on this page: "j", "/", "g t" (one after the other). */
export type Keys = Record<string, { does: () => void; says: string }>;

const PAUSE_MS = 900;
const known = new Set<Keys>();

/** Everything that a key does just now, for the help. */
export function knownKeys(): [string, string][] {
  return [...known].flatMap((keys) => Object.entries(keys).map(([key, { says }]): [string, string] => [key, says]));
}

/** Which key was meant, with the one before it when it came within a moment; null for a key that is being written. */
export function meant(key: string, before: string, keys: Keys): string | null {
  const pair = `${before} ${key}`;
  if (before && Object.hasOwn(keys, pair)) return pair;
  return Object.hasOwn(keys, key) ? key : null;
}

/** Listen to keys while the component is there, but never while somebody writes or a dialog is open. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    let before = "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const found = meant(event.key, before, now.current);
      clearTimeout(timer);
      before = event.key;
      timer = setTimeout(() => (before = ""), PAUSE_MS);
      if (!found) return;
      event.preventDefault();
      now.current[found]?.does();
    };
    addEventListener("keydown", pressed);
    return () => {
      removeEventListener("keydown", pressed);
      clearTimeout(timer);
    };
  }, []);
  useEffect(() => {
    known.add(keys);
    return () => void known.delete(keys);
  });
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest("input, textarea, select, [role=dialog]") !== null;
}
