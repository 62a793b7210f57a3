"use client";

import { Popover } from "radix-ui";
import { useId, useState } from "react";
import type { Source } from "./facts";

/** Words that rest on a fact: hovered, focused or tapped they show the tool's result that they came from. */
export function FactWords({ words, source }: { words: string; source: Source }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const [show, hide] = [() => setOpen(true), () => setOpen(false)];
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Anchor asChild>
        <button
          type="button"
          aria-describedby={open ? id : undefined}
          onPointerEnter={show}
          onPointerLeave={hide}
          onFocus={show}
          onBlur={hide}
          onClick={show}
          className="rounded-sm underline decoration-leaf decoration-dotted decoration-2 underline-offset-4 hover:bg-leaf-soft"
        >
          {words}
        </button>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          id={id}
          role="tooltip"
          sideOffset={6}
          collisionPadding={12}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="arrives z-50 grid max-w-80 gap-1 rounded-xl border border-line bg-raised p-3 text-sm shadow-lg"
        >
          <span className="font-semibold">{source.tool.replaceAll("_", " ")}</span>
          <span className="break-words font-mono text-xs">
            {source.path}
            {source.value ? ` = ${source.value}` : ""}
          </span>
          {source.given.map(([name, value]) => (
            <span key={name} className="break-words text-xs text-quiet">
              {name}: {value}
            </span>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
