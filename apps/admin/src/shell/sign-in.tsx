"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, type FormEvent } from "react";
import { Refused } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { signIn } from "./access";
import { Refusal } from "./refusal";
import { useSession } from "./session";

const SECOND = new Set(["second_factor_needed", "second_factor_wrong"]);

/** Address and password, and a code where the account has a second factor. It stands in the page's place, so whoever signs in again is back where they were. */
export function SignIn() {
  const expired = useSession(({ wasSignedIn }) => wasSignedIn);
  const client = useQueryClient();
  useEffect(() => client.clear(), [client]); // what the last one saw is not for the next
  const entering = useMutation({
    mutationFn: ({ email, password, code }: { email: string; password: string; code: string | null }) => signIn(email, password, code),
  });
  const asksCode = entering.error instanceof Refused && SECOND.has(entering.error.refusal.code);
  const isFirstAsking = entering.error instanceof Refused && entering.error.refusal.code === "second_factor_needed";
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const code = given.get("code");
    entering.mutate({ email: String(given.get("email")), password: String(given.get("password")), code: code === null ? null : String(code) });
  };
  return (
    <main className="grid min-h-dvh place-items-center p-5">
      <form onSubmit={submit} className="grid w-full max-w-sm gap-5">
        <h1 className="text-4xl font-semibold tracking-tight">Sign in</h1>
        {expired ? <p role="status">Your session has ended. Sign in, and you are back on this page.</p> : null}
        <Field label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
        {asksCode ? (
          <Field
            label="Code"
            name="code"
            autoComplete="one-time-code"
            inputMode="text"
            maxLength={100}
            hint="The six digits of your authenticator app, or a recovery code."
            required
            autoFocus
          />
        ) : null}
        <Refusal error={isFirstAsking ? null : entering.error} />
        <Button type="submit" width="full" disabled={entering.isPending}>
          {entering.isPending ? "Signing in …" : "Sign in"}
        </Button>
      </form>
    </main>
  );
}
