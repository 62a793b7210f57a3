import type { ReactNode } from "react";

type Props = { title: string; about?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A page: its name, what it is for in a line, what can be done from here, and what it holds. */
export function Page({ title, about, actions, children }: Props) {
  return (
    <div className="grid gap-5 p-4 sm:p-6">
      <header className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="mr-auto">
          <h1 className="text-3xl font-semibold tracking-tight">{title}</h1>
          {about ? <p className="mt-1 max-w-prose text-sm text-quiet">{about}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}

/** A part of a page with a name of its own. */
export function Panel({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="overflow-hidden rounded-xl border border-line bg-raised">
      <header className="flex items-center gap-3 border-b border-line px-4 py-2.5">
        <h2 className="mr-auto text-lg font-semibold">{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}
