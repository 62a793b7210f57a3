"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { useMay } from "@/shell/me";
import { tellDone, tellRefused } from "@/shell/toasts";
import { money } from "@/shell/words";
import type { Booking } from "./words";

/** A page where the customer pays what is due by card, to be sent to them; absent where payment by card is off. */
export function CardLink({ party }: { party: Booking }) {
  const may = useMay("payments:write");
  const { data: cards } = useQuery({
    queryKey: ["cards"],
    queryFn: () => answered(api.GET("/api/v1/stripe/config")),
    staleTime: 60_000,
  });
  const purpose = party.status === "deposit_pending" ? "deposit" : "balance";
  const opening = useMutation({
    mutationFn: async () => {
      const path = { booking_id: party.id };
      const page = await answered(api.POST("/api/v1/admin/bookings/{booking_id}/payments/checkout", { params: { path }, body: { purpose } }));
      await navigator.clipboard.writeText(page.url);
      return page;
    },
    onSuccess: ({ amount }) => tellDone(`The link to pay the ${purpose} of ${money(amount)} by card is copied.`),
    onError: tellRefused,
  });
  if (!may || !cards?.enabled) return null;
  return (
    <Button size="small" look="quiet" disabled={opening.isPending} onClick={() => opening.mutate()}>
      Copy the card link
    </Button>
  );
}
