import type { Metadata } from "next";
import { Questions } from "@/parts/questions";

export const metadata: Metadata = { title: "Questions and answers" };

export default function Page() {
  return <Questions />;
}
