import { classes } from "@hibachi/ui/classes";
import { capital } from "@/facts/words";
import type { Role } from "./frames";
import type { Sent } from "./thread";

const WHO: Record<Role, string> = { customer: "You", ai: "Assistant", human: "Our team" };

/** Words of one side. */
export function Bubble({ role, text, faint = false }: { role: Role; text: string; faint?: boolean }) {
  const own = role === "customer";
  return (
    <div className={classes("max-w-[85%]", own ? "justify-self-end" : "justify-self-start")}>
      <p className="sr-only">{WHO[role]}:</p>
      {role === "human" ? <p className="mb-1 text-sm font-semibold text-leaf">Our team</p> : null}
      <p
        className={classes(
          "whitespace-pre-line rounded-2xl px-4 py-2.5 text-base leading-relaxed",
          own ? "rounded-br-md bg-ember text-ember-ink" : "rounded-bl-md border border-line bg-raised",
          faint && "opacity-60",
        )}
      >
        {text}
      </p>
    </div>
  );
}

/** Words that are on their way, or that were not taken. */
export function Pending({ sent }: { sent: Sent }) {
  return (
    <>
      <Bubble role="customer" text={sent.text} faint />
      {sent.problem ? (
        <p role="alert" className="justify-self-end text-sm text-ember">
          {sent.problem}
        </p>
      ) : null}
    </>
  );
}

/** What is being done just now. */
export function Working({ status }: { status: string }) {
  return (
    <p role="status" className="animate-pulse text-sm text-quiet">
      {capital(status)} …
    </p>
  );
}
