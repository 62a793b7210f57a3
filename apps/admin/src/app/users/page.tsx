import type { Metadata } from "next";
import { Users } from "@/staff/page";

export const metadata: Metadata = { title: "Users and roles" };

export default function Page() {
  return <Users />;
}
