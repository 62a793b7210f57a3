import type { Metadata } from "next";
import { Privacy } from "@/parts/privacy";

export const metadata: Metadata = { title: "Privacy" };

export default function Page() {
  return <Privacy />;
}
