import type { Metadata } from "next";
import { Bookings } from "@/parties/page";

export const metadata: Metadata = { title: "Bookings" };

export default function Page() {
  return <Bookings />;
}
