"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";
import { oneOf, useAddresses } from "@/shell/address";
import { Choice } from "@/shell/choice";
import { Listed } from "@/shell/listed";
import { Page } from "@/shell/page";
import { useRows } from "@/shell/rows";
import { ReviewCard } from "./card";

const SHELVES = { pending: "To be read", low: "Few stars", published: "Published", declined: "Declined", all: "All" } as const;
type Shelf = keyof typeof SHELVES;

/** What customers said of their party: read here first, shown on the site where somebody publishes it. */
export function ReviewsPage() {
  const { get, set } = useAddresses();
  const shelf = oneOf(SHELVES, get("shelf"), "pending");
  const rows = useRows(["review", shelf], async (before: string | null) => {
    const { reviews, next } = await answered(
      api.GET("/api/v1/admin/reviews", { params: { query: { ...asked(shelf), before: before ?? undefined } } }),
    );
    return { rows: reviews, next };
  });
  return (
    <Page
      title="Reviews"
      about="What customers said of their party. Nobody outside reads one before it is published; few stars are in the inbox too."
      actions={<Choice label="Shelf" value={shelf} options={SHELVES} onChange={(value) => set({ shelf: value })} />}
    >
      <Sums />
      <Listed what="reviews" of={rows} empty={shelf === "pending" ? "No review waits. A customer gets a link after the party, and what they say stands here." : "There is none."}>
        {(found) => (
          <ul className="grid gap-4 xl:grid-cols-2">
            {found.map((review) => (
              <ReviewCard key={review.id} review={review} />
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}

function asked(shelf: Shelf) {
  if (shelf === "low") return { low: true };
  return { status: shelf === "all" ? undefined : shelf };
}

function Sums() {
  const { data } = useQuery({ queryKey: ["review", "sums"], queryFn: () => answered(api.GET("/api/v1/admin/reviews/sums")) });
  if (!data?.average) return null;
  const number = Object.values(data.by_rating).reduce((sum, one) => sum + one, 0);
  const moods = Object.entries(data.by_sentiment).map(([mood, count]) => `${count} ${mood}`);
  return (
    <p className="text-lg">
      <strong>{data.average}</strong> of 5 in {number} {number === 1 ? "review" : "reviews"}
      {moods.length > 0 ? <span className="text-quiet">; words: {moods.join(", ")}</span> : null}
    </p>
  );
}
