"use client";

import { Button } from "@hibachi/ui/button";
import { Notice } from "@hibachi/ui/notice";
import { Refusal } from "@/parts/refusal";
import { Fold } from "./consequence";
import { useCancelPreview, useDeeds, type Key } from "./party";

/** Cancelling: what becomes of the deposit is said before anything happens. */
export function CancelParty({ party }: { party: Key }) {
  const preview = useCancelPreview(party);
  const { cancel } = useDeeds(party);
  return (
    <Fold title="Cancel the party">
      <Refusal error={preview.error ?? cancel.error} />
      {preview.data ? (
        <Notice kind={preview.data.allowed ? "plain" : "problem"} title={preview.data.reason?.sentence ?? preview.data.sentence}>
          {preview.data.allowed ? (
            <div className="mt-3 flex flex-wrap gap-3">
              <Button disabled={cancel.isPending} onClick={() => cancel.mutate(preview.data.revision)}>
                Yes, cancel it
              </Button>
              <Button look="quiet" onClick={() => preview.reset()}>
                Keep my party
              </Button>
            </div>
          ) : (
            preview.data.reason?.next_step
          )}
        </Notice>
      ) : (
        <Button look="quiet" className="justify-self-start" disabled={preview.isPending} onClick={() => preview.mutate()}>
          What happens to the deposit?
        </Button>
      )}
    </Fold>
  );
}
