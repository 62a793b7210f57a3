"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, type FormEvent } from "react";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { signIn } from "./access";
import { Refusal } from "./refusal";
import { useSession } from "./session";

/** Address and password. It stands in the page's place, so whoever signs in again is back where they were. */
export function SignIn() {
  const expired = useSession(({ wasSignedIn }) => wasSignedIn);
  const client = useQueryClient();
  useEffect(() => client.clear(), [client]); // what the last one saw is not for the next
  const entering = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(email, password),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    entering.mutate({ email: String(given.get("email")), password: String(given.get("password")) });
  };
  return (
    <main className="grid min-h-dvh place-items-center p-5">
      <form onSubmit={submit} className="grid w-full max-w-sm gap-5">
        <h1 className="text-4xl font-semibold tracking-tight">Sign in</h1>
        {expired ? <p role="status">Your session has ended. Sign in, and you are back on this page.</p> : null}
        <Field label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
        <Refusal error={entering.error} />
        <Button type="submit" width="full" disabled={entering.isPending}>
          {entering.isPending ? "Signing in …" : "Sign in"}
        </Button>
      </form>
    </main>
  );
}
