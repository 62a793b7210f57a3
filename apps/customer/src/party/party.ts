"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { isAwaited, type Purpose } from "./paying";

export type Booking = Schemas["Booking"];
export type Change = Schemas["ChangeRequest"];
export type ChangePreview = Schemas["ChangePreview"];

/** A party and the token that opens it. */
export type Key = { id: string; token: string };

/** What the party's history says of it. */
const REASON = "cancelled by the host on the website";

function where({ id, token }: Key) {
  return { path: { booking_id: id }, query: { token } };
}

const ASK_AGAIN = 3_000;

/** The party; while money that was sent off is awaited, it is asked for again and again. */
export function useParty(key: Key, paid: Purpose | null) {
  return useQuery({
    queryKey: ["party", key.id],
    queryFn: () => answered(api.GET("/api/v1/bookings/{booking_id}", { params: where(key) })),
    retry: 1,
    refetchInterval: ({ state }) => (isAwaited(paid, state.data) ? ASK_AGAIN : false),
  });
}

/** What a change would cost and mean; nothing is changed. */
export function useChangePreview(key: Key) {
  return useMutation({
    mutationFn: (body: Change) =>
      answered(api.POST("/api/v1/bookings/{booking_id}/change-preview", { params: where(key), body })),
  });
}

export function useCancelPreview(key: Key) {
  return useMutation({
    mutationFn: () => answered(api.POST("/api/v1/bookings/{booking_id}/cancel-preview", { params: where(key) })),
  });
}

/** Change or cancel; the page then shows the party as it is. */
export function useDeeds(key: Key) {
  const cache = useQueryClient();
  const shown = (booking: Booking) => cache.setQueryData(["party", key.id], booking);
  const change = useMutation({
    mutationFn: (body: Change) =>
      answered(api.POST("/api/v1/bookings/{booking_id}/change", { params: where(key), body })),
    onSuccess: shown,
  });
  const cancel = useMutation({
    mutationFn: (revision: number) =>
      answered(
        api.POST("/api/v1/bookings/{booking_id}/cancel", { params: where(key), body: { revision, reason: REASON } }),
      ),
    onSuccess: shown,
  });
  return { change, cancel };
}
