"use client";

import { useSearchParams } from "next/navigation";
import { Suspense, useEffect } from "react";

type Props = { name: string; tell: (value: string | null) => void };

/** Tells what the address asks for (`?name=`), now and when it changes. No build knows it: a page is built as if nothing was asked. */
export function Asked(props: Props) {
  return (
    <Suspense fallback={null}>
      <Reader {...props} />
    </Suspense>
  );
}

function Reader({ name, tell }: Props) {
  const value = useSearchParams().get(name);
  useEffect(() => tell(value), [value, tell]);
  return null;
}
