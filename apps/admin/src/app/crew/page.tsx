import type { Metadata } from "next";
import { Crew } from "@/crew/page";

export const metadata: Metadata = { title: "Crew" };

export default function Page() {
  return <Crew />;
}
