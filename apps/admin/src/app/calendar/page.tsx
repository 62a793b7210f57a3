import type { Metadata } from "next";
import { Calendar } from "@/calendar/page";

export const metadata: Metadata = { title: "Calendar" };

export default function Page() {
  return <Calendar />;
}
