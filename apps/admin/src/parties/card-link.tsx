"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Dialog } from "@/shell/dialog";
import { useMay } from "@/shell/me";
import { tellRefused } from "@/shell/toasts";
import { at, money } from "@/shell/words";

/** A page where the customer pays what is due by card, to be sent to them; absent where payment by card is off. */
export function CardLink({ account }: { account: Schemas["Receivable"] }) {
  const may = useMay("payments:write");
  const { data: cards } = useQuery({
    queryKey: ["cards"],
    queryFn: () => answered(api.GET("/api/v1/stripe/config")),
    staleTime: 60_000,
  });
  const purpose = Number(account.deposit_paid) < Number(account.deposit) ? "deposit" : "balance";
  const opening = useMutation({
    mutationFn: () => {
      const path = { booking_id: account.id };
      return answered(api.POST("/api/v1/admin/bookings/{booking_id}/payments/checkout", { params: { path }, body: { purpose } }));
    },
    onError: tellRefused,
  });
  if (!may || !cards?.enabled) return null;
  const page = opening.data;
  return (
    <>
      <Button size="small" look="quiet" disabled={opening.isPending} onClick={() => opening.mutate()}>
        Link to pay by card
      </Button>
      {page ? (
        <Dialog
          title="Link to pay by card"
          about={`For the ${page.purpose} of ${money(page.amount)}; it is open until ${at(page.expires_at, new Date())}.`}
          open
          onClose={opening.reset}
        >
          <Field label="Send this to whoever pays" readOnly value={page.url} onFocus={(event) => event.currentTarget.select()} />
        </Dialog>
      ) : null}
    </>
  );
}
