"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Page, Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";

type Station = Schemas["Station"];
type Chef = Schemas["Chef"];

const CREW = [["chefs"], ["stations"], ["calendar"], ["audit"]];

/** Stations and their chefs: each active chef is one more party in every slot. */
export function Crew() {
  const [isOpen, open] = useState<"station" | Station | null>(null);
  const mayWrite = useMay("crew:write");
  const stations = useQuery({ queryKey: ["stations"], queryFn: () => answered(api.GET("/api/v1/admin/stations")) });
  const chefs = useQuery({ queryKey: ["chefs"], queryFn: () => answered(api.GET("/api/v1/admin/chefs")) });
  const close = () => open(null);
  return (
    <Page
      title="Crew"
      about="Every active chef is one more party in each slot. Who is set inactive gets no new parties and keeps the ones they have."
      actions={
        mayWrite ? (
          <Button size="small" look="quiet" onClick={() => open("station")}>
            New station
          </Button>
        ) : null
      }
    >
      <Refusal error={stations.error ?? chefs.error} />
      {stations.isPending || chefs.isPending ? <Loading what="the crew" /> : null}
      {stations.data?.map((station) => (
        <Panel
          key={station.id}
          title={`${station.name} (${station.zip})`}
          actions={
            mayWrite ? (
              <Button size="small" look="quiet" onClick={() => open(station)}>
                New chef
              </Button>
            ) : null
          }
        >
          <ul className="divide-y divide-line">
            {chefs.data?.filter((chef) => chef.station_id === station.id).map((chef) => <OneChef key={chef.id} chef={chef} mayWrite={mayWrite} />)}
          </ul>
          {chefs.data?.every((chef) => chef.station_id !== station.id) ? <p className="p-4 text-sm text-quiet">Nobody cooks from here yet. Add a chef.</p> : null}
        </Panel>
      ))}
      {isOpen === "station" ? <NewStation onClose={close} /> : null}
      {isOpen && isOpen !== "station" ? <NewChef station={isOpen} onClose={close} /> : null}
    </Page>
  );
}

function OneChef({ chef, mayWrite }: { chef: Chef; mayWrite: boolean }) {
  const changing = useChange({
    call: (body: Schemas["ChefChange"]) => answered(api.PATCH("/api/v1/admin/chefs/{chef_id}", { params: { path: { chef_id: chef.id } }, body })),
    touches: CREW,
    at_once: {
      key: ["chefs"],
      shows: (before, given) => (before as Chef[]).map((one) => (one.id === chef.id ? { ...one, active: given.active ?? one.active, name: given.name ?? one.name } : one)),
    },
  });
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-2.5 text-sm">
      {mayWrite ? (
        <input
          aria-label={`Name of ${chef.name}`}
          defaultValue={chef.name}
          key={chef.name}
          maxLength={100}
          onKeyDown={(event) => (event.key === "Enter" ? event.currentTarget.blur() : undefined)}
          onBlur={(event) => {
            const name = event.target.value.trim();
            if (name && name !== chef.name) changing.mutate({ name });
          }}
          className="min-h-9 rounded-lg border border-transparent bg-transparent px-2 font-semibold hover:border-line"
        />
      ) : (
        <span className="font-semibold">{chef.name}</span>
      )}
      <span className="mr-auto">
        <Badge look={chef.active ? "good" : "plain"}>{chef.active ? "active" : "inactive"}</Badge>
      </span>
      {mayWrite ? (
        <Button size="small" look="quiet" aria-label={`${chef.active ? "Set inactive" : "Set active"}: ${chef.name}`} onClick={() => changing.mutate({ active: !chef.active })}>
          {chef.active ? "Set inactive" : "Set active"}
        </Button>
      ) : null}
    </li>
  );
}

function NewStation({ onClose }: { onClose: () => void }) {
  const making = useChange({
    call: (body: Schemas["NewStation"]) => answered(api.POST("/api/v1/admin/stations", { body })),
    touches: CREW,
    done: "The station is open. Add its chefs.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    making.mutate({ name: String(given.get("name")), zip: String(given.get("zip")) });
  };
  return (
    <Dialog title="New station" open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Name" name="name" maxLength={100} required />
        <Field label="ZIP" name="zip" pattern="[0-9]{5}" inputMode="numeric" required hint="Where its chefs start from." />
        <Refusal error={making.error} />
        <Button type="submit" disabled={making.isPending}>
          Open it
        </Button>
      </form>
    </Dialog>
  );
}

function NewChef({ station, onClose }: { station: Station; onClose: () => void }) {
  const making = useChange({
    call: (name: string) => answered(api.POST("/api/v1/admin/chefs", { body: { name, station_id: station.id } })),
    touches: CREW,
    done: "One more party fits into each slot.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    making.mutate(String(new FormData(event.currentTarget).get("name")));
  };
  return (
    <Dialog title={`New chef in ${station.name}`} open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Name" name="name" maxLength={100} required />
        <Refusal error={making.error} />
        <Button type="submit" disabled={making.isPending}>
          Take them on
        </Button>
      </form>
    </Dialog>
  );
}
