"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";

const DAYS = 7;

/** The week in four numbers. */
export function Numbers() {
  const { data } = useQuery({
    queryKey: ["feedback", "stats"],
    queryFn: () => answered(api.GET("/api/v1/ai/feedback/stats", { params: { query: { days: DAYS } } })),
  });
  if (!data) return null;
  const rate = (share: number | null) => (share === null ? "none yet" : `${Math.round(share * 100)} %`);
  const numbers: [string, string][] = [
    ["Thumbs", String(data.votes)],
    ["Helpful", rate(data.helpful_rate)],
    ["Surveys", data.survey_average === null ? String(data.surveys) : `${data.surveys}, ${data.survey_average} of 5`],
    ["Conversations with feedback", rate(data.feedback_rate)],
  ];
  return (
    <dl aria-label={`The last ${DAYS} days`} className="flex flex-wrap gap-x-10 gap-y-3">
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm text-quiet">{name}</dt>
          <dd className="text-2xl font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
