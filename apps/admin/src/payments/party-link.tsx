import Link from "next/link";

/** Leads to the party that money is for. */
export function PartyLink({ id, name }: { id: string; name: string }) {
  return (
    <Link href={{ pathname: "/bookings", query: { id } }} className="underline-offset-2 hover:underline">
      {name}
    </Link>
  );
}
