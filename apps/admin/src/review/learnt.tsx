import Link from "next/link";
import type { Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";

/** What an improvement led to: how it differs, whether it is trained on, and which script it proposes. */
export function Learnt({ done, onClose }: { done: Schemas["Improved"]; onClose: () => void }) {
  const { pattern, proposal } = done;
  return (
    <div className="grid gap-4 text-sm">
      {pattern ? (
        <ul aria-label="How it differs" className="grid list-disc gap-1 pl-5">
          {pattern.in_words.map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li>{Math.round(pattern.kept * 100)} % of the concierge’s words were kept.</li>
        </ul>
      ) : null}
      <p>{done.in_corpus ? "It is a pair of the training corpus now, without personal data." : done.why_not_in_corpus}</p>
      {proposal ? (
        <div className="grid gap-1 rounded-xl border border-line p-3">
          <p className="font-semibold">A script is proposed; it waits for a yes.</p>
          <p className="whitespace-pre-wrap text-quiet">{proposal.after?.text}</p>
          <Link href="/scripts" className="underline underline-offset-4">
            Look at the scripts
          </Link>
        </div>
      ) : null}
      {done.why_no_proposal ? <p>No script is proposed. {done.why_no_proposal}</p> : null}
      <Button onClick={onClose}>Done</Button>
    </div>
  );
}
