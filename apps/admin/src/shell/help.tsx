"use client";

import { Dialog } from "./dialog";
import { knownKeys } from "./keys";

/** Every key that does something on this page. */
export function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title="Keys" open={open} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        {open
          ? knownKeys().map(([key, says]) => (
              <div key={key} className="contents">
                <dt>
                  <kbd className="rounded-md border border-line bg-paper px-2 py-0.5 font-mono">{key}</kbd>
                </dt>
                <dd>{says}</dd>
              </div>
            ))
          : null}
      </dl>
    </Dialog>
  );
}
