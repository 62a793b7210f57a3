"use client";

import { usePathname } from "next/navigation";
import { useEffect, type ReactNode } from "react";
import { useBusiness } from "./business";
import { ChangePassword } from "./change-password";
import { Frame } from "./frame";
import { Loading } from "./loading";
import { useMe } from "./me";
import { Page } from "./page";
import { entryOf } from "./pages";
import { Refusal } from "./refusal";
import { follow, useSession } from "./session";
import { SignIn } from "./sign-in";

/** Shows a page to whom may see it. Without a session the sign-in takes its place, and the page is there after it. */
export function Gate({ children }: { children: ReactNode }) {
  const { session, read } = useSession();
  const me = useMe();
  const business = useBusiness();
  useEffect(follow, []);
  if (!read) return <Loading what="the panel" />;
  if (!session) return <SignIn />;
  if (session.mustChange) return <ChangePassword />;
  if (me.error) return <Refusal error={me.error} again={() => void me.refetch()} className="m-6" />;
  if (!me.data || business.isPending) return <Loading what="your account" />; // amounts wait for their currency
  return (
    <Frame me={me.data}>
      <Allowed permissions={me.data.permissions}>{children}</Allowed>
    </Frame>
  );
}

function Allowed({ permissions, children }: { permissions: string[]; children: ReactNode }) {
  const entry = entryOf(usePathname());
  if (!entry || permissions.includes(entry.needs)) return children;
  return (
    <Page title={entry.name}>
      <p role="alert" className="max-w-prose rounded-xl border-l-4 border-ember bg-ember-soft p-4">
        <strong className="block">Your role does not open this page.</strong>
        It needs the permission “{entry.needs}”. An administrator can give it to you.
      </p>
    </Page>
  );
}
