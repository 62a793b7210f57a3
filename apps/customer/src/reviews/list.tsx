"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Refusal } from "@/parts/refusal";

type Review = Schemas["PublicReview"];

/** What guests said, as far as it is published. */
export function ReviewList() {
  const found = useInfiniteQuery({
    queryKey: ["reviews"],
    queryFn: ({ pageParam }) => answered(api.GET("/api/v1/reviews", { params: { query: { before: pageParam ?? undefined } } })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    retry: 1,
  });
  const first = found.data?.pages[0];
  if (found.error) return <Refusal error={found.error} />;
  if (!first) return <p className="text-quiet">One moment.</p>;
  if (first.number === 0) return <p className="text-lg text-quiet">There is no review yet. The first ones come after the next parties.</p>;
  return (
    <div className="grid gap-6">
      <p className="text-lg">
        <strong>{first.average}</strong> of 5 in {first.number} {first.number === 1 ? "review" : "reviews"}
      </p>
      <ul className="grid gap-4 lg:grid-cols-2">
        {found.data?.pages.flatMap(({ reviews }) => reviews).map((review) => <One key={review.id} review={review} />)}
      </ul>
      {found.hasNextPage ? (
        <Button look="quiet" className="justify-self-start" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </div>
  );
}

function One({ review }: { review: Review }) {
  return (
    <li className="grid content-start gap-2 rounded-xl border border-line bg-raised p-4">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span role="img" aria-label={`${review.rating} of 5 stars`} className="text-ember">
          {"★".repeat(review.rating)}
          {"☆".repeat(5 - review.rating)}
        </span>
        <span className="font-semibold">{review.name}</span>
        <span className="text-sm text-quiet">{month(review.month)}</span>
      </p>
      {review.words ? <p className="whitespace-pre-wrap">{review.words}</p> : null}
      {review.reply ? <p className="border-l-2 border-line pl-3 text-quiet">Our reply: {review.reply}</p> : null}
    </li>
  );
}

/** "2026-03" → "March 2026". */
function month(said: string): string {
  return new Date(`${said}-15T12:00:00Z`).toLocaleDateString("en-US", { month: "long", year: "numeric", timeZone: "UTC" });
}
