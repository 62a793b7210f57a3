"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Badge } from "@/shell/badge";
import { Listed } from "@/shell/listed";
import { Panel } from "@/shell/page";
import { QuestionForm } from "@/shell/question-form";
import { asRows } from "@/shell/rows";
import { Table, type Column } from "@/shell/table";

type Hit = Schemas["Hit"];
const SHARE = (value: number) => `${Math.round(value * 100)} %`;
const COLUMNS: Column<Hit>[] = [
  { name: "Passage", cell: (hit) => hit.title },
  { name: "Answer", cell: (hit) => hit.text, isExtra: true },
  { name: "Meaning", cell: (hit) => SHARE(hit.cosine), isFigure: true, isExtra: true },
  { name: "Words", cell: (hit) => SHARE(hit.words), isFigure: true, isExtra: true },
  { name: "Certainty", cell: (hit) => SHARE(hit.certainty), isFigure: true },
];

/** What a customer's question would find, and whether the concierge would answer it. */
export function SearchPanel() {
  const [question, ask] = useState("");
  const query = useQuery({
    queryKey: ["knowledge", "search", question],
    queryFn: () => answered(api.GET("/api/v1/admin/knowledge/search", { params: { query: { question } } })),
    enabled: question !== "",
  });
  return (
    <Panel title="Try a question">
      <QuestionForm label="As a customer would ask" action="Search" ask={ask} />
      {question ? (
        <>
          {query.data ? (
            <p className="px-4 pb-3" data-testid="verdict">
              {query.data.known ? <Badge look="good">It answers this</Badge> : <Badge look="wait">It says that it does not know</Badge>}
            </p>
          ) : null}
          <Listed what="passages" of={asRows(query, (found) => found.hits)} empty="Nothing is found.">
            {(hits) => <Table caption="What is found" columns={COLUMNS} rows={hits} keyOf={(hit) => hit.id} />}
          </Listed>
        </>
      ) : null}
    </Panel>
  );
}
