"use client";

import type { FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Area } from "@/shell/area";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Refusal } from "@/shell/refusal";

/** Somebody who wants a party and told staff so: on the phone, at a party. */
export function NewLead({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const making = useChange({
    call: (body: Schemas["NewLead"]) => answered(api.POST("/api/v1/admin/leads", { body })),
    touches: [["lead"]],
    done: "The lead is noted.",
    then: ({ id }) => onMade(id),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const said = (name: string) => String(given.get(name)).trim() || null;
    const adults = Number(given.get("adults"));
    const wish = { event_date: said("day"), zip: said("zip"), adults: adults > 0 ? adults : null };
    making.mutate({
      name: said("name"),
      phone: said("phone"),
      email: said("email"),
      notes: said("notes"),
      source: "staff",
      wanted: Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== null)),
    });
  };
  return (
    <Dialog title="A new lead" about="A telephone number or an e-mail address is needed: somebody has to be able to answer." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Name" name="name" maxLength={200} />
        <Field label="Telephone" name="phone" type="tel" maxLength={200} />
        <Field label="E-mail" name="email" type="email" maxLength={200} />
        <Field label="Day of the party" name="day" type="date" />
        <Field label="ZIP" name="zip" pattern="\d{5}" maxLength={5} />
        <Field label="Adults" name="adults" type="number" min={1} max={1000} />
        <Area label="What they said" name="notes" maxLength={2000} />
        <Refusal error={making.error} />
        <Button type="submit" disabled={making.isPending}>
          Note it
        </Button>
      </form>
    </Dialog>
  );
}
