"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "@hibachi/api-client";
import { change, PARTIES, previewChange } from "@/parties/api";
import type { Booking } from "@/parties/words";
import { tellDone, tellRefused } from "@/shell/toasts";
import type { Moving, Place } from "./board";

type Refused = { party: Booking; reason: string; next: string; openings: Schemas["Opening"][] };
type Asked = { party: Booking; to: Place; fee: string; consequences: string[]; revision: number };

/** Moving a party on the board: shown at once, asked of the server, taken back with the reason when it says no. */
export function useMove() {
  const client = useQueryClient();
  const [moving, setMoving] = useState<Moving | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);

  const back = () => {
    setMoving(null);
    setAsked(null);
  };
  const write = async (party: Booking, to: Place, revision: number, waive_fee: boolean) => {
    setAsked(null);
    try {
      await change(party.id, { ...wish(to), revision, waive_fee, reason: "moved on the calendar" });
      tellDone(`${party.name ?? "The party"} was moved.`);
    } catch (error) {
      tellRefused(error as Error);
    }
    await Promise.all(PARTIES.map((queryKey) => client.invalidateQueries({ queryKey })));
    back();
  };
  const move = async (party: Booking, to: Place) => {
    if (moving || to.chef === null) return;
    setRefused(null);
    setMoving({ id: party.id, to });
    try {
      const said = await previewChange(party.id, { ...wish(to), waive_fee: false });
      if (!said.allowed) {
        back();
        setRefused({ party, reason: said.reason?.sentence ?? "", next: said.reason?.next_step ?? "", openings: said.alternatives });
      } else if (Number(said.reschedule_fee) > 0) {
        setAsked({ party, to, fee: said.reschedule_fee, consequences: said.consequences, revision: said.revision });
      } else {
        await write(party, to, said.revision, false);
      }
    } catch (error) {
      back();
      tellRefused(error as Error);
    }
  };
  return { moving, refused, asked, move, write, back, close: () => setRefused(null) };
}

export type Mover = ReturnType<typeof useMove>;

function wish(to: Place) {
  return { date: to.date, time: to.time, chef_id: to.chef };
}
