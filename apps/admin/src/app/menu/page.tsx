import type { Metadata } from "next";
import { MenuEditor } from "@/policies/menu";

export const metadata: Metadata = { title: "Menu" };

export default function Page() {
  return <MenuEditor />;
}
