"use client";

import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Stepper } from "@hibachi/ui/stepper";
import { useAddresses } from "@/shell/address";
import { Area } from "@/shell/area";
import { useChange } from "@/shell/change";
import { Choice } from "@/shell/choice";
import { Page, Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { PARTIES } from "./api";
import { Dishes, noDishes } from "./dishes";
import { PricedLines } from "./lines";
import { NotThen, type Opening } from "./refused";

type Import = Schemas["Import"];

const STATES = {
  deposit_pending: "waits for the deposit",
  confirmed: "confirmed, deposit paid elsewhere",
  completed: "took place already",
};

/** A party for somebody on the phone: the price first, then a chef is claimed as for any other. */
export function NewParty() {
  const { get, set } = useAddresses();
  const [guests, count] = useState({ adults: 10, children: 0, toddlers: 0 });
  const [dishes, choose] = useState(noDishes());
  const [status, become] = useState<keyof typeof STATES>("deposit_pending");
  const price = useMutation({ mutationFn: (body: Schemas["QuoteRequest"]) => answered(api.POST("/api/v1/quotes", { body })) });
  const making = useChange({
    call: (body: Import) => answered(api.POST("/api/v1/admin/bookings/import", { body })),
    touches: PARTIES,
    done: "The party is made.",
    then: ({ id }) => set({ new: null, id }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = wordsOf(event.currentTarget);
    const wantsPrice = (event.nativeEvent as SubmitEvent).submitter?.getAttribute("name") === "price";
    if (wantsPrice) {
      const { upgrades, ...rest } = dishes;
      price.mutate({ ...guests, ...rest, protein_selections: upgrades, customer_zipcode: said("zip"), event_date: said("date") });
      return;
    }
    making.mutate({
      ...guests, ...dishes, status, proteins: {},
      date: said("date") ?? "", time: said("time") ?? "", zip: said("zip") ?? "",
      name: said("name"), phone: said("phone"), email: said("email"), location: said("location"), event_type: said("occasion"), notes: said("notes"),
      dietary: said("dietary")?.split("\n").map((one) => one.trim()).filter(Boolean) ?? [],
      customer_id: get("customer"),
    });
  };
  return (
    <Page title="New party" about="For a caller. Deadlines do not bind you; a chef’s time does.">
      <form id="new-party" onSubmit={submit} className="grid items-start gap-5 xl:grid-cols-2">
        <div className="grid gap-4">
          <div className="grid grid-cols-2 gap-3">
            <Field label="Day" name="date" type="date" required />
            <Field label="Time" name="time" type="time" defaultValue="18:00" required />
          </div>
          <div className="grid grid-cols-[1fr_7rem] gap-3">
            <Field label="Street address" name="location" maxLength={200} />
            <Field label="ZIP" name="zip" pattern="[0-9]{5}" inputMode="numeric" required />
          </div>
          <div>
            <Stepper label="Adults" value={guests.adults} onChange={(adults) => count({ ...guests, adults })} />
            <Stepper label="Children" value={guests.children} onChange={(children) => count({ ...guests, children })} />
            <Stepper label="Toddlers" value={guests.toddlers} onChange={(toddlers) => count({ ...guests, toddlers })} />
          </div>
          <Dishes value={dishes} onChange={choose} />
        </div>
        <div className="grid gap-4">
          <Field label="Name" name="name" maxLength={200} required />
          <div className="grid grid-cols-2 gap-3">
            <Field label="Phone" name="phone" type="tel" maxLength={200} />
            <Field label="E-mail" name="email" type="email" maxLength={200} />
          </div>
          <Field label="Occasion" name="occasion" maxLength={200} placeholder="Birthday" />
          <Area label="Allergies and diets" name="dietary" hint="One a line." />
          <Area label="Notes for the team" name="notes" maxLength={2000} />
          <Choice label="The party" value={status} options={STATES} onChange={become} />
          {price.data ? (
            <Panel title="Price">
              <PricedLines priced={price.data} />
            </Panel>
          ) : null}
          <Refusal error={price.error} />
          <NotThen error={making.error} onTake={takeTime} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" disabled={making.isPending}>
              Make the party
            </Button>
            <Button type="submit" name="price" look="quiet" disabled={price.isPending}>
              What does it cost?
            </Button>
          </div>
        </div>
      </form>
    </Page>
  );
}

function wordsOf(form: HTMLFormElement): (name: string) => string | null {
  const given = new FormData(form);
  return (name) => String(given.get(name) ?? "").trim() || null;
}

/** Put a time that is free into the form. */
function takeTime({ date, time }: Opening): void {
  const form = document.getElementById("new-party");
  if (!(form instanceof HTMLFormElement)) return;
  for (const [name, value] of Object.entries({ date, time })) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
}
