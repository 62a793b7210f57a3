"use client";

import { X } from "lucide-react";
import { create } from "zustand";
import { classes } from "@hibachi/ui/classes";
import { said } from "./refusal";

type Toast = { id: number; kind: "good" | "problem"; title: string; more?: string };

const LASTS_MS = { good: 8_000, problem: 12_000 };
const useToasts = create<{ toasts: Toast[] }>()(() => ({ toasts: [] }));
let last = 0;

function drop(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

function show(kind: Toast["kind"], title: string, more?: string): void {
  const toast: Toast = { id: ++last, kind, title, more };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-3), toast] }));
  setTimeout(() => drop(toast.id), LASTS_MS[kind]);
}

/** Say in passing that something is done. */
export function tellDone(title: string): void {
  show("good", title);
}

/** Say in passing what was refused, and the next step. */
export function tellRefused(error: Error): void {
  const { message, next_step } = said(error);
  show("problem", message, next_step);
}

/** What was said in passing, newest below. */
export function Toasts() {
  const toasts = useToasts((store) => store.toasts);
  return (
    <div aria-live="polite" className="pointer-events-none fixed inset-x-4 bottom-4 z-50 grid justify-items-end gap-2">
      {toasts.map(({ id, kind, title, more }) => (
        <div
          key={id}
          role={kind === "problem" ? "alert" : "status"}
          className={classes(
            "arrives pointer-events-auto flex w-full max-w-sm items-start gap-3 rounded-xl border-l-4 p-3 shadow-lg",
            kind === "problem" ? "border-ember bg-ember-soft" : "border-leaf bg-leaf-soft",
          )}
        >
          <div className="grow text-sm">
            <p className="font-semibold">{title}</p>
            {more ? <p>{more}</p> : null}
          </div>
          <button type="button" aria-label="Close the message" className="grid size-7 place-items-center" onClick={() => drop(id)}>
            <X aria-hidden className="size-4" />
          </button>
        </div>
      ))}
    </div>
  );
}
