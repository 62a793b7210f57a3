"use client";

import { Button } from "@hibachi/ui/button";
import { copied } from "@hibachi/ui/copy";
import { Dialog } from "@/shell/dialog";
import { tellDone } from "@/shell/toasts";

/** Something that is shown once and never again. */
export function Secret({ title, secret, onClose }: { title: string; secret: string; onClose: () => void }) {
  return (
    <Dialog title={title} about="It is shown here and never again. Hand it over on a safe way." open onClose={onClose}>
      <p className="select-all break-all rounded-lg bg-paper p-3 font-mono">{secret}</p>
      <Button look="quiet" onClick={() => void copied(secret).then((done) => done && tellDone("Copied."))}>
        Copy
      </Button>
    </Dialog>
  );
}
