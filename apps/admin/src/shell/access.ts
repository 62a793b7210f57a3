"use client";

import { answered, api, Refused } from "@hibachi/api-client";
import { forget, isStale, keep, kept, sessionOf, type Session } from "./session";

const NOT_OURS = /\/api\/v1\/auth\/(token|refresh|logout)$/;
const repeats = new WeakMap<Request, Request>();
let renewing: Promise<Session | null> | null = null;

/** Every call of the panel carries the session; a token that ended is renewed once, and the call said again. */
api.use({
  async onRequest({ request }) {
    if (NOT_OURS.test(new URL(request.url).pathname)) return undefined;
    const token = await accessToken();
    if (token) request.headers.set("Authorization", `Bearer ${token}`);
    repeats.set(request, request.clone());
    return request;
  },
  async onResponse({ request, response }) {
    const again = repeats.get(request);
    if (response.status !== 401 || !again) return undefined;
    const used = again.headers.get("Authorization");
    const session = await renewed(used?.replace("Bearer ", "") ?? null);
    if (!session) return undefined;
    again.headers.set("Authorization", `Bearer ${session.access}`);
    return fetch(again);
  },
});

/** An access token that holds for the next call; null when nobody is signed in. */
export async function accessToken(): Promise<string | null> {
  const session = kept();
  if (!session) return null;
  if (!isStale(session, Date.now())) return session.access;
  return (await renewed(session.access))?.access ?? null;
}

/** A session whose access token is not `used`: another tab's newer one, else one that is fetched now. */
function renewed(used: string | null): Promise<Session | null> {
  renewing ??= oneTabAtATime(() => renew(used)).finally(() => {
    renewing = null;
  });
  return renewing;
}

async function oneTabAtATime(work: () => Promise<Session | null>): Promise<Session | null> {
  return "locks" in navigator ? await navigator.locks.request("hibachi-staff-session", work) : await work();
}

async function renew(used: string | null): Promise<Session | null> {
  const session = kept();
  if (!session || (session.access !== used && !isStale(session, Date.now()))) return session;
  try {
    const body = { refresh_token: session.refresh };
    const fresh = sessionOf(await answered(api.POST("/api/v1/auth/refresh", { body })), Date.now());
    keep(fresh);
    return fresh;
  } catch (error) {
    if (error instanceof Refused && error.refusal.code !== "unreachable") forget(true);
    return null;
  }
}

/** Sign in; throws Refused, with the code second_factor_needed where the account asks for a code too. */
export async function signIn(email: string, password: string, code: string | null): Promise<void> {
  keep(sessionOf(await answered(api.POST("/api/v1/auth/token", { body: { email, password, code } })), Date.now()));
}

/** Ask for the password alone from now on; every other session ends. Throws Refused. */
export async function endSecondFactor(password: string): Promise<void> {
  keep(sessionOf(await answered(api.POST("/api/v1/auth/second-factor/off", { body: { password } })), Date.now()));
}

/** Choose a new password; every other session ends. Throws Refused. */
export async function changePassword(old_password: string, new_password: string): Promise<void> {
  const body = { old_password, new_password };
  keep(sessionOf(await answered(api.POST("/api/v1/auth/password", { body })), Date.now()));
}

/** Sign out, here at once; the server is told, and where it cannot be reached the session ends by its own time. */
export async function signOut(): Promise<void> {
  const session = kept();
  forget(false);
  if (session) await api.POST("/api/v1/auth/logout", { body: { refresh_token: session.refresh } }).catch(() => null);
}
