"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";
import type { Booking, Key } from "./party";

/** What can be paid by card: the deposit first, then all that is left. */
export type Purpose = "deposit" | "balance";

/** What is to be paid of a party now; null when nothing is. */
export function toPay(booking: Booking): Purpose | null {
  if (booking.status === "deposit_pending") return "deposit";
  return booking.status === "confirmed" && Number(booking.balance) > 0 ? "balance" : null;
}

/** The purpose with which the payer comes back from the page of the card; null when they do not. */
export function paidFor(query: { get: (name: string) => string | null }): Purpose | null {
  const said = query.get("paid");
  return said === "deposit" || said === "balance" ? said : null;
}

/** Whether the money that was sent off is not in the books yet: only the books say that it is there. */
export function isAwaited(purpose: Purpose | null, booking: Booking | undefined): boolean {
  return purpose !== null && booking !== undefined && toPay(booking) === purpose;
}

/** Whether cards are taken here. */
export function useCards(): boolean {
  const { data } = useQuery({
    queryKey: ["cards"],
    queryFn: () => answered(api.GET("/api/v1/stripe/config")),
    staleTime: 5 * 60_000,
  });
  return data?.enabled ?? false;
}

/** Go to the page where the card is asked for; the amount is what the books say is due. */
export function usePay({ id, token }: Key) {
  return useMutation({
    mutationFn: (purpose: Purpose) =>
      answered(api.POST("/api/v1/stripe/checkout", { body: { booking_id: id, token, purpose } })),
    onSuccess: ({ url }) => location.assign(url),
  });
}
