"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import type { Key } from "./party";

export type Gathered = Schemas["Gathered"];
export type GuestChoice = Schemas["GuestChoice"];

function where({ id, token }: Key) {
  return { path: { booking_id: id }, query: { token } };
}

/** The link to share, and who chose what. */
export function useGathered(party: Key) {
  return useQuery({
    queryKey: ["guests", party.id],
    queryFn: () => answered(api.GET("/api/v1/bookings/{booking_id}/guests", { params: where(party) })),
  });
}

/** Make the link (or another in its place), and strike an entry; the list is then shown as it is. */
export function useGathering(party: Key) {
  const cache = useQueryClient();
  const shown = (gathered: Gathered) => cache.setQueryData(["guests", party.id], gathered);
  const share = useMutation({
    mutationFn: () => answered(api.POST("/api/v1/bookings/{booking_id}/guests/link", { params: where(party) })),
    onSuccess: shown,
  });
  const strike = useMutation({
    mutationFn: (choice: string) => {
      const { path, query } = where(party);
      const params = { path: { ...path, choice_id: choice }, query };
      return answered(api.DELETE("/api/v1/bookings/{booking_id}/guests/{choice_id}", { params }));
    },
    onSuccess: shown,
  });
  return { share, strike };
}

/** What taking the choices over would mean, and the yes to it. declined: entries whose upgrades the host does not pay. */
export function useTakeOver(party: Key, declined: string[]) {
  const cache = useQueryClient();
  const preview = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/api/v1/bookings/{booking_id}/guests/take-over-preview", { params: where(party), body: { declined } }),
      ),
  });
  const take = useMutation({
    mutationFn: (seen: Schemas["TakeOverPreview"]) =>
      answered(
        api.POST("/api/v1/bookings/{booking_id}/guests/take-over", {
          params: where(party),
          body: { declined, revision: seen.change.revision, choices: seen.choices },
        }),
      ),
    onSuccess: async (booking) => {
      cache.setQueryData(["party", party.id], booking);
      preview.reset();
      await cache.invalidateQueries({ queryKey: ["guests", party.id] });
    },
    onError: async () => {
      preview.reset();
      await Promise.all(["guests", "party"].map((noun) => cache.invalidateQueries({ queryKey: [noun, party.id] })));
    },
  });
  return { preview, take };
}
