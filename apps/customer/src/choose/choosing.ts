"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { keepKey, knownKeys } from "./keys";

export type Choosing = Schemas["ChoosingPage"];
export type Own = Schemas["OwnChoice"];
export type Age = Own["age"];
export type Item = Choosing["menu"]["items"][number];

/** What a guest is choosing: portions by dish. */
export type Draft = { name: string; age: Age; portions: Record<string, number>; diet: string; allergies: string };

/** Whose party the link opens, its menu, and the entries that this browser made. */
export function useChoosing(link: string) {
  return useQuery({
    queryKey: ["choosing", link],
    queryFn: () =>
      answered(api.GET("/api/v1/choices/{link}", { params: { path: { link }, query: { key: knownKeys() } } })),
    retry: 1,
  });
}

/** Send an entry, or its correction by the same key; sent again it changes nothing. */
export function useChoose(link: string, key: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (draft: Draft) => sendChoice(link, key, draft),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["choosing", link] }),
  });
}

/** Keep the key, then send: an entry whose answer was lost is still this browser's own after a reload. */
export async function sendChoice(link: string, key: string, draft: Draft): Promise<Own> {
  keepKey(key);
  return answered(api.PUT("/api/v1/choices/{link}", { params: { path: { link } }, body: wishOf(draft, key) }));
}

/** A draft as the API takes it: a dish for each portion, and nothing where nothing was said. */
export function wishOf(draft: Draft, key: string): Schemas["GuestWish"] {
  const { name, age, portions, diet, allergies } = draft;
  const dishes = Object.entries(portions).flatMap(([dish, count]) => Array<string>(count).fill(dish));
  return {
    key,
    name,
    age,
    dishes: age === "toddler" ? [] : dishes,
    diet: diet.trim() || null,
    allergies: allergies.trim() || null,
  };
}

/** What the form starts with: an entry that was made, or nothing yet. */
export function draftOf(own: Own | null): Draft {
  const portions: Record<string, number> = {};
  for (const { key } of own?.dishes ?? []) portions[key] = (portions[key] ?? 0) + 1;
  return { name: own?.name ?? "", age: own?.age ?? "adult", portions, diet: own?.diet ?? "", allergies: own?.allergies ?? "" };
}

/** How many portions a draft has. */
export function chosenOf(draft: Draft): number {
  return Object.values(draft.portions).reduce((sum, count) => sum + count, 0);
}
