"use client";

import { useAddresses } from "@/shell/address";
import { Detail } from "./detail";
import { List } from "./list";
import { NewParty } from "./new-party";

/** Parties: the list, one of them (`?id=`), or a new one for a caller (`?new=1`). */
export function Bookings() {
  const { get } = useAddresses();
  const id = get("id");
  if (id) return <Detail key={id} id={id} />;
  return get("new") ? <NewParty /> : <List />;
}
