import type { Schemas } from "@hibachi/api-client";
import type { Booking } from "@/parties/words";
import { dateIn, timeIn } from "./days";

export type Range = Schemas["CalendarRange"];
export type Span = Schemas["Span"];

/** Where a party stands on the board; null: no chef has it. */
export type Place = { date: string; time: string; chef: number | null };

/** A party that is being moved, shown where it is wanted until the server has decided. */
export type Moving = { id: string; to: Place };

/** The parties of a cell, in the order of their start, one that is being moved where it is wanted. */
export function partiesIn(range: Range, moving: Moving | null, cell: { date: string; chef: number | null; time?: string }): Booking[] {
  const placed = range.bookings.map((party) => ({ party, place: moving?.id === party.id ? moving.to : placeOf(party) }));
  return placed
    .filter(({ place }) => place.date === cell.date && place.chef === cell.chef && (!cell.time || place.time === cell.time))
    .sort((a, b) => a.place.time.localeCompare(b.place.time))
    .map(({ party }) => party);
}

export function placeOf(party: Booking): Place {
  return { date: party.event_date, time: party.event_time, chef: party.chef_id };
}

/** The times of a day's rows: the owner's slots, and every other time at which a party starts or is wanted. */
export function rowsOf(range: Range, moving: Moving | null, date: string): string[] {
  const starts = range.bookings.filter((party) => party.event_date === date).map((party) => party.event_time);
  const wanted = moving?.to.date === date ? [moving.to.time] : [];
  return [...new Set([...range.slots, ...starts, ...wanted])].sort();
}

/** The blocks of a chef that touch a day of the business's zone. */
export function blocksOn(range: Range, chef: number | null, date: string): Span[] {
  return range.spans.filter(
    (span) =>
      span.state === "blocked" &&
      span.chef_id === chef &&
      dateIn(range.zone, new Date(span.start)) <= date &&
      date <= dateIn(range.zone, new Date(Date.parse(span.end) - 1)),
  );
}

/** A block in words: "12:00 to 16:00", and the days where it has more than one. */
export function hours(span: Span, zone: string): string {
  const [first, last] = [dateIn(zone, new Date(span.start)), dateIn(zone, new Date(span.end))];
  const [from, to] = [timeIn(zone, span.start), timeIn(zone, span.end)];
  return first === last ? `${from} to ${to}` : `${first} ${from} to ${last} ${to}`;
}

/** The columns: active chefs, those who still have something, and one for parties without a chef where there are such. */
export function columnsOf(range: Range): { chef: number | null; name: string }[] {
  const busy = new Set([...range.spans.map((span) => span.chef_id), ...range.bookings.map((party) => party.chef_id)]);
  const chefs = range.chefs.filter((chef) => chef.active || busy.has(chef.id));
  const columns: { chef: number | null; name: string }[] = chefs.map((chef) => ({ chef: chef.id, name: chef.name }));
  return busy.has(null) ? [...columns, { chef: null, name: "No chef" }] : columns;
}
