"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api } from "@hibachi/api-client";
import type { Edits, Json } from "./leaves";

/** The profile in force, and the changes to it that are not saved yet. */
export function useDraft() {
  const [edits, set] = useState<Edits>({});
  const book = useQuery({ queryKey: ["policies"], queryFn: () => answered(api.GET("/api/v1/admin/policies")) });
  const edit = (path: string, value: Json | undefined) =>
    set(({ [path]: _before, ...rest }) => (value === undefined ? rest : { ...rest, [path]: value }));
  return { book, edits, edit, clear: () => set({}) };
}
