"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { QRCodeSVG } from "qrcode.react";
import { useState, type FormEvent, type ReactNode } from "react";
import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { endSecondFactor } from "./access";
import { Dialog } from "./dialog";
import { Refusal } from "./refusal";
import { tellDone } from "./toasts";

/** One's own second factor: set up in three steps, or switched off. */
export function SecondFactorDialog({ isOn, onClose }: { isOn: boolean; onClose: () => void }) {
  const [wasOn] = useState(isOn); // once it is on, the recovery codes stay in sight until they are written down
  return wasOn ? <SwitchOff onClose={onClose} /> : <SetUp onClose={onClose} />;
}

function SetUp({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const beginning = useMutation({
    mutationFn: (password: string) => answered(api.POST("/api/v1/auth/second-factor", { body: { password } })),
  });
  const confirming = useMutation({
    mutationFn: (code: string) => answered(api.POST("/api/v1/auth/second-factor/confirm", { body: { code } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["me"] }),
  });
  if (confirming.data) return <Recovery codes={confirming.data.codes} onClose={onClose} />;
  const key = beginning.data;
  if (!key) {
    return (
      <Dialog title="A second factor" about="From then on a sign-in asks for a code of your phone too." open onClose={onClose}>
        <Asked error={beginning.error} busy={beginning.isPending} deed="Go on" onGive={beginning.mutate}>
          <Field label="Your password" name="given" type="password" autoComplete="current-password" required autoFocus />
        </Asked>
      </Dialog>
    );
  }
  return (
    <Dialog title="Read it with your authenticator app" about="Or enter the key by hand." open onClose={onClose}>
      <QRCodeSVG value={key.uri} size={192} marginSize={4} title="The key for your authenticator app" className="justify-self-center" />
      <p className="select-all break-all rounded-lg bg-paper p-3 font-mono text-sm">{key.secret}</p>
      <Asked error={confirming.error} busy={confirming.isPending} deed="Switch it on" onGive={confirming.mutate}>
        <Field label="The six digits that the app shows" name="given" inputMode="numeric" autoComplete="one-time-code" maxLength={10} required autoFocus />
      </Asked>
    </Dialog>
  );
}

function Recovery({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  return (
    <Dialog title="Your recovery codes" about="Each opens once, should you lose the phone. They are shown here and never again." open onClose={onClose}>
      <ul aria-label="Recovery codes" className="grid select-all grid-cols-2 gap-1 rounded-lg bg-paper p-3 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button onClick={onClose}>I have written them down</Button>
    </Dialog>
  );
}

function SwitchOff({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const ending = useMutation({
    mutationFn: endSecondFactor,
    onSuccess: () => {
      tellDone("A sign-in asks for the password alone.");
      onClose();
      return client.invalidateQueries({ queryKey: ["me"] });
    },
  });
  return (
    <Dialog title="The second factor is on" about="Without it a sign-in asks for the password alone. Your other sessions end." open onClose={onClose}>
      <Asked error={ending.error} busy={ending.isPending} deed="Switch it off" onGive={ending.mutate}>
        <Field label="Your password" name="given" type="password" autoComplete="current-password" required autoFocus />
      </Asked>
    </Dialog>
  );
}

type AskedProps = { error: Error | null; busy: boolean; deed: string; onGive: (given: string) => void; children: ReactNode };

/** A form of one field that is called "given". */
function Asked({ error, busy, deed, onGive, children }: AskedProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onGive(String(new FormData(event.currentTarget).get("given")));
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {children}
      <Refusal error={error} />
      <Button type="submit" disabled={busy}>
        {deed}
      </Button>
    </form>
  );
}
