"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { useBusiness } from "@/shell/business";
import { useMay } from "@/shell/me";

export type StaffChange = Schemas["hibachi__bookings__schemas__StaffChange"];

/** What a change of a party touches on every page. */
export const PARTIES = [["bookings"], ["booking"], ["calendar"], ["payments"], ["documents"], ["audit"]];

/** One party as it is now. */
export function useBooking(id: string) {
  return useQuery({
    queryKey: ["booking", id],
    queryFn: () => answered(api.GET("/api/v1/admin/bookings/{booking_id}", { params: { path: { booking_id: id } } })),
  });
}

/** What a change would mean; nothing is changed. */
export function previewChange(id: string, body: StaffChange) {
  const params = { path: { booking_id: id } };
  return answered(api.POST("/api/v1/admin/bookings/{booking_id}/change-preview", { params, body }));
}

/** Change a party. */
export function change(id: string, body: StaffChange) {
  return answered(api.PATCH("/api/v1/admin/{booking_id}", { params: { path: { booking_id: id } }, body }));
}

/** The chefs; a role that may not see them asks for none, and reads a chef's number alone. */
export function useChefs() {
  return useQuery({
    queryKey: ["chefs"],
    queryFn: () => answered(api.GET("/api/v1/admin/chefs")),
    enabled: useMay("crew:read"),
    staleTime: 60_000,
  });
}

/** The business's own clock: its zone. */
export function useHome() {
  return useBusiness().data?.timezone;
}
