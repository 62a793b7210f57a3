"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

type Props = { title: string; about?: ReactNode; open: boolean; onClose: () => void; children: ReactNode };

/** A dialog over the page: it holds the focus until it is closed, by Escape too. */
export function Dialog({ title, about, open, onClose, children }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={(wanted) => (wanted ? undefined : onClose())}>
      <Radix.Portal>
        {/* Not Radix.Overlay: it writes a style into the page, which the page's policy forbids; globals.css holds the page still. */}
        <div aria-hidden className="fixed inset-0 z-40 bg-black/50" />
        <Radix.Content
          {...(about ? {} : { "aria-describedby": undefined })}
          className="arrives fixed inset-x-3 top-[8vh] z-40 mx-auto grid max-h-[84vh] max-w-lg gap-4 overflow-y-auto rounded-2xl border border-line bg-raised p-5 shadow-xl"
        >
          <div className="flex items-start gap-4">
            <Radix.Title className="mr-auto text-xl font-semibold">{title}</Radix.Title>
            <Radix.Close aria-label="Close" className="grid size-8 place-items-center rounded-full hover:bg-paper">
              <X aria-hidden className="size-5" />
            </Radix.Close>
          </div>
          {about ? <Radix.Description className="text-sm text-quiet">{about}</Radix.Description> : null}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
