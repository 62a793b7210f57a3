import type { Metadata } from "next";
import { MenuList } from "@/parts/menu-list";

export const metadata: Metadata = { title: "Menu and allergens" };

export default function Page() {
  return <MenuList />;
}
