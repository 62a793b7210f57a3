import type { Metadata } from "next";
import { Customers } from "@/customers/page";

export const metadata: Metadata = { title: "Customers" };

export default function Page() {
  return <Customers />;
}
