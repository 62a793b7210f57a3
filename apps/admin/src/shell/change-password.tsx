"use client";

import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { changePassword, signOut } from "./access";
import { Refusal } from "./refusal";

/** A password that somebody else has seen opens nothing but this: its own replacement. */
export function ChangePassword() {
  const changing = useMutation({
    mutationFn: ({ old, fresh }: { old: string; fresh: string }) => changePassword(old, fresh),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    changing.mutate({ old: String(given.get("old")), fresh: String(given.get("fresh")) });
  };
  return (
    <main className="grid min-h-dvh place-items-center p-5">
      <form onSubmit={submit} className="grid w-full max-w-sm gap-5">
        <h1 className="text-4xl font-semibold tracking-tight">Choose your own password</h1>
        <p className="text-quiet">Somebody else has seen the one that you came with, so it opens nothing else.</p>
        <Field label="Present password" name="old" type="password" autoComplete="current-password" required />
        <Field
          label="New password"
          name="fresh"
          type="password"
          autoComplete="new-password"
          minLength={12}
          maxLength={200}
          hint="At least 12 characters."
          required
        />
        <Refusal error={changing.error} />
        <Button type="submit" width="full" disabled={changing.isPending}>
          Save and go on
        </Button>
        <Button look="plain" onClick={() => void signOut()}>
          Sign out
        </Button>
      </form>
    </main>
  );
}
