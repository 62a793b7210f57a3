import { Button } from "@hibachi/ui/button";
import { Notice } from "@hibachi/ui/notice";
import type { ReactNode } from "react";
import { money } from "@/facts/words";
import type { ChangePreview } from "./party";

type FoldProps = { title: string; children: ReactNode };

/** A deed that is opened when it is wanted. */
export function Fold({ title, children }: FoldProps) {
  return (
    <details className="rounded-2xl border border-line bg-raised px-5 open:pb-5">
      <summary className="min-h-12 py-3 text-lg font-semibold">{title}</summary>
      <div className="grid gap-4">{children}</div>
    </details>
  );
}

type Props = { preview: ChangePreview; busy: boolean; onYes: () => void; children?: ReactNode };

/** What a change would do, and the yes to it; or why it cannot be done. */
export function Consequence({ preview, busy, onYes, children }: Props) {
  if (!preview.allowed) {
    return (
      <Notice kind="problem" title={preview.reason?.sentence ?? "This cannot be changed any more."}>
        <p>{preview.reason?.next_step}</p>
        {children}
      </Notice>
    );
  }
  return (
    <Notice kind="plain" title={preview.after?.total ? `New total: ${money(preview.after.total)}` : "This can be done."}>
      <ul className="grid gap-1">
        {preview.consequences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Button className="mt-3" disabled={busy} onClick={onYes}>
        Yes, change it
      </Button>
    </Notice>
  );
}
