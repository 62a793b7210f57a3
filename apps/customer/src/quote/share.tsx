"use client";

import { Button } from "@hibachi/ui/button";
import { Check, Link2 } from "lucide-react";
import { useState } from "react";
import { copied as putAside } from "@hibachi/ui/copy";

/** Copies the link of a quote: who opens it sees the same lines and the same total. */
export function Share({ id }: { id: string }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    if (!(await putAside(`${location.origin}/quote/?id=${id}`))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), 2500);
  }
  return (
    <Button look="quiet" onClick={() => void copy()}>
      {copied ? <Check aria-hidden className="size-4" /> : <Link2 aria-hidden className="size-4" />}
      <span aria-live="polite">{copied ? "Link copied" : "Copy a link to this price"}</span>
    </Button>
  );
}
