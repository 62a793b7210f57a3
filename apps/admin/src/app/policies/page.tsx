import type { Metadata } from "next";
import { Policies } from "@/policies/page";

export const metadata: Metadata = { title: "Policies" };

export default function Page() {
  return <Policies />;
}
