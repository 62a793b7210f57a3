"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { useAddress } from "@/shell/address";
import { Loading } from "@/shell/loading";
import { Page } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { day, money } from "@/shell/words";
import { useHome } from "@/parties/api";
import { clock, elsewhere, guests, STATUS } from "@/parties/words";
import { dateIn, isDate } from "./days";

type SheetParty = Schemas["SheetParty"];

/** The run sheet of a day, made to be printed: one block a party, in the order in which they start. */
export function RunSheet() {
  const home = useHome();
  const [said, say] = useAddress("date");
  if (!home) return <Loading what="the run sheet" />;
  return <Sheet home={home} date={isDate(said) ? said : dateIn(home, new Date())} onDate={say} />;
}

function Sheet({ home, date, onDate }: { home: string; date: string; onDate: (date: string) => void }) {
  const found = useQuery({
    queryKey: ["calendar", "sheet", date],
    queryFn: () => answered(api.GET("/api/v1/admin/run-sheet", { params: { query: { day: date } } })),
  });
  return (
    <Page
      title={`Run sheet, ${day(date)}`}
      actions={
        <div className="flex items-center gap-2 print:hidden">
          <input
            type="date"
            aria-label="Day"
            value={date}
            onChange={(event) => (event.target.value ? onDate(event.target.value) : undefined)}
            className="min-h-9 rounded-lg border border-line bg-raised px-2 text-sm"
          />
          <Button size="small" onClick={() => print()}>
            Print
          </Button>
        </div>
      }
    >
      <Refusal error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Loading what="the run sheet" lines={6} /> : null}
      {found.data?.parties.length === 0 ? (
        <p className="text-quiet">No party starts on this day. Choose another day, or look at the calendar.</p>
      ) : null}
      <div className="grid gap-4">
        {found.data?.parties.map((party) => <Party key={party.id} party={party} home={home} />)}
      </div>
    </Page>
  );
}

function Party({ party, home }: { party: SheetParty; home: string }) {
  const facts: [string, string][] = [
    ["Chef", party.chef ?? "nobody yet"],
    ["Where", `${party.location ?? "address missing"}, ${party.zip_code} (${party.miles.toFixed(1)} miles)`],
    ["Who", [party.name ?? "without a name", party.phone].filter(Boolean).join(", ")],
    ["Guests", guests(party)],
    ["Dishes", party.dishes.map(({ label, portions }) => `${portions} ${label}`).join(", ") || "nothing chosen yet"],
    ["Notes", [party.event_type, party.notes].filter(Boolean).join(" · ") || "none"],
    ["Still to pay", `${money(party.balance)} of ${money(party.total_amount)}`],
  ];
  return (
    <section aria-label={party.name ?? party.id} className="break-inside-avoid rounded-xl border border-line bg-raised p-4">
      <h2 className="flex items-baseline gap-3 text-xl font-semibold">
        {clock(party.event_time)}
        {elsewhere(party.zone, home)}
        {party.status === "confirmed" ? null : <span className="font-sans text-sm font-normal text-quiet">{STATUS[party.status]}</span>}
      </h2>
      {party.dietary.length > 0 ? (
        <p className="my-2 rounded-lg bg-honey-soft px-3 py-2 font-semibold text-honey">Allergies and diets: {party.dietary.join("; ")}</p>
      ) : null}
      <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[7rem_1fr]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Guests guests={party.guests} />
    </section>
  );
}

/** What guests chose by the party's link; an allergy stands out. */
function Guests({ guests }: { guests: SheetParty["guests"] }) {
  if (!guests.length) return null;
  return (
    <ul aria-label="Guests' choices" className="mt-3 grid gap-x-6 gap-y-1 border-t border-line pt-3 text-sm sm:grid-cols-2">
      {guests.map((guest) => (
        <li key={guest.name}>
          <span className="font-semibold">{guest.name}</span>
          {guest.age === "adult" ? null : ` (${guest.age})`}: {guest.dishes.join(", ") || "no protein"}
          {guest.diet ? ` · ${guest.diet}` : null}
          {guest.allergies ? <strong className="text-honey"> · allergic to {guest.allergies}</strong> : null}
        </li>
      ))}
    </ul>
  );
}
