"use client";

import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import { answered, api, type Schemas } from "@hibachi/api-client";
import type { Stored } from "@/facts/stored";
import { claim } from "@/friends/code";
import { wanted, type Wish } from "@/quote/wish";

export type Held = Schemas["Held"];
export type Booking = Schemas["Booking"];
export type Opening = Schemas["Opening"];

type Store = { held: Held | null; keep: (held: Held | null) => void };

/** The time that this visit holds; it outlives a reload, not the browser's window. */
export const useHold = create<Store>()(
  persist((set) => ({ held: null, keep: (held) => set({ held }) }), {
    name: "hold" satisfies Stored,
    storage: createJSONStorage(() => sessionStorage),
    skipHydration: true,
  }),
);

/** Hold a start for a party; the visitor's earlier hold ends with it. */
export function hold(wish: Wish, at: Pick<Opening, "date" | "time">, earlier: Held | null): Promise<Held> {
  return answered(
    api.POST("/api/v1/holds", {
      body: {
        date: at.date,
        time: at.time,
        zip: wish.zip,
        adults: wish.adults,
        children: wish.children,
        toddlers: wish.toddlers,
        upgrades: wanted(wish.upgrades),
        addons: wanted(wish.addons),
        proteins: {},
        extra_proteins: {},
        dietary: [],
        earlier_token: earlier?.token ?? null,
      },
    }),
  );
}

export type Host = { name: string; phone: string; email: string; location: string; dietary: string };

/** The yes: the party awaits its deposit; the address and what the chef must know are noted with it. */
export async function accept(held: Held, host: Host): Promise<Booking> {
  const booking = await answered(
    api.POST("/api/v1/bookings", {
      body: { token: held.token, name: host.name, phone: host.phone || null, email: host.email || null },
    }),
  );
  const notes = { location: host.location || null, dietary: dietary(host.dietary) };
  if (notes.location || notes.dietary) await note(booking.id, held.token, notes);
  void claim({ booking_id: booking.id, token: held.token });
  return booking;
}

async function note(id: string, token: string, notes: { location: string | null; dietary: string[] | null }) {
  const where = { path: { booking_id: id }, query: { token } };
  await answered(api.POST("/api/v1/bookings/{booking_id}/change", { params: where, body: notes }));
}

function dietary(text: string): string[] | null {
  const notes = text.split(/[\n;]/).map((one) => one.trim()).filter(Boolean);
  return notes.length ? notes : null;
}
