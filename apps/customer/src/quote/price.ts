"use client";

import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { useEffect, useState } from "react";
import { isZip, wanted, type Wish } from "./wish";

export type Quote = Schemas["Quote"];

const FIRST_MS = 100;
const PAUSE_MS = 350;

/** The value as it was when it last stood still for a moment; null before the first, so that what was remembered comes in time. */
function useSettled<Value>(value: Value): Value | null {
  const [settled, settle] = useState<Value | null>(null);
  const written = JSON.stringify(value);
  const pause = settled === null ? FIRST_MS : PAUSE_MS;
  useEffect(() => {
    const timer = setTimeout(() => settle(JSON.parse(written) as Value), pause);
    return () => clearTimeout(timer);
  }, [written, pause]);
  return settled;
}

function asked(wish: Wish) {
  return {
    adults: wish.adults,
    children: wish.children,
    toddlers: wish.toddlers,
    customer_zipcode: isZip(wish.zip) ? wish.zip : null,
    protein_selections: wanted(wish.upgrades),
    addons: wanted(wish.addons),
    extra_proteins: {},
  };
}

function isParty({ adults, children, toddlers }: ReturnType<typeof asked>): boolean {
  return adults + children + toddlers > 0;
}

/** The price of a wish, from the quote engine; the last one stays in sight while the next is computed. */
export function usePrice(wish: Wish) {
  const question = useSettled(asked(wish));
  return useQuery({
    queryKey: ["price", question],
    queryFn: question && isParty(question) ? () => answered(api.POST("/api/v1/quotes", { body: question })) : skipToken,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
}

/** A quote as it was told, by its link. */
export function useToldPrice(id: string | null) {
  return useQuery({
    queryKey: ["quote", id],
    queryFn: () =>
      answered(api.GET("/api/v1/quotes/{quote_id}", { params: { path: { quote_id: id ?? "" } } })),
    enabled: id !== null,
    retry: false,
  });
}
