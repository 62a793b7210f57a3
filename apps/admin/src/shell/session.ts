"use client";

import { create } from "zustand";
import type { Schemas } from "@hibachi/api-client";

const KEPT = "hibachi-staff-session";
const EARLY_MS = 30_000;

/** What a sign-in gave: both tokens, and when the access token ends (milliseconds since 1970). */
export type Session = { access: string; refresh: string; ends: number; mustChange: boolean };

type Store = { session: Session | null; read: boolean; wasSignedIn: boolean };

/** The session of this browser, shared by its tabs; `read` is false until the browser was asked. */
export const useSession = create<Store>()(() => ({ session: null, read: false, wasSignedIn: false }));

export function sessionOf(tokens: Schemas["Tokens"], now: number): Session {
  return {
    access: tokens.access_token,
    refresh: tokens.refresh_token,
    ends: now + tokens.expires_in * 1000,
    mustChange: tokens.must_change_password,
  };
}

/** Whether the access token is used up, or will be before an answer is there. */
export function isStale(session: Session, now: number): boolean {
  return session.ends - EARLY_MS <= now;
}

export function parsed(kept: string | null): Session | null {
  try {
    const found = JSON.parse(kept ?? "null") as Partial<Session> | null;
    if (typeof found?.access !== "string" || typeof found.refresh !== "string") return null;
    return { access: found.access, refresh: found.refresh, ends: found.ends ?? 0, mustChange: found.mustChange === true };
  } catch {
    return null;
  }
}

export function keep(session: Session): void {
  localStorage.setItem(KEPT, JSON.stringify(session));
  useSession.setState({ session, read: true });
}

/** End the session here. `expired`: not because somebody signed out, so the page waits for the next sign-in. */
export function forget(expired: boolean): void {
  localStorage.removeItem(KEPT);
  useSession.setState({ session: null, read: true, wasSignedIn: expired });
}

export function kept(): Session | null {
  return parsed(localStorage.getItem(KEPT));
}

/** Read what this browser keeps, and follow the other tabs. Returns how to stop following. */
export function follow(): () => void {
  useSession.setState({ session: kept(), read: true });
  const heard = (event: StorageEvent) => {
    if (event.key === KEPT) useSession.setState({ session: parsed(event.newValue) });
  };
  addEventListener("storage", heard);
  return () => removeEventListener("storage", heard);
}
