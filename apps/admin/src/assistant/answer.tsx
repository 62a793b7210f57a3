"use client";

import { useMutation } from "@tanstack/react-query";
import type { Route } from "next";
import Link from "next/link";
import { useState } from "react";
import { answered, api, newId, type Schemas } from "@hibachi/api-client";
import { button, Button } from "@hibachi/ui/button";
import { useChange } from "@/shell/change";
import { useMay } from "@/shell/me";
import { Refusal } from "@/shell/refusal";
import { Table } from "@/shell/table";
import { tellRefused } from "@/shell/toasts";
import { day, money } from "@/shell/words";
import type { Answer } from "./page";

type Report = Schemas["Report"];
type Proposal = Schemas["ProposedDeed"];

/** One answer: its words, the table that it rests on, the page with the same filter, and the deed that it proposes. */
export function AnswerText({ answer, ask }: { answer: Answer; ask: (question: string) => void }) {
  const { report, proposal } = answer;
  return (
    <div className="grid gap-3 p-4">
      <p className="whitespace-pre-wrap">{answer.said}</p>
      {answer.period ? <p className="text-sm text-quiet">{answer.period}</p> : null}
      {answer.can_do.length > 0 ? (
        <p className="flex flex-wrap items-center gap-2 text-sm text-quiet">
          You can ask:
          {answer.can_do.map((example) => (
            <Button key={example} size="small" look="quiet" onClick={() => ask(example)}>
              {example}
            </Button>
          ))}
        </p>
      ) : null}
      {report && report.rows.length > 0 ? <Rows report={report} total={answer.total_rows} /> : null}
      {report ? (
        <p className="flex flex-wrap gap-2">
          <Link href={report.link as Route} className={button({ look: "quiet", size: "small" })}>
            Open the page
          </Link>
          {answer.export ? <Export report={report} /> : null}
        </p>
      ) : null}
      {proposal ? <Confirm proposal={proposal} /> : null}
    </div>
  );
}

function Rows({ report, total }: { report: Report; total: number }) {
  const rows = report.rows.map((cells, place) => ({ cells, place }));
  const columns = report.columns.map(({ name, kind }, at) => ({
    name,
    cell: ({ cells }: { cells: (string | number)[] }) => shown(kind, cells[at] ?? ""),
    isFigure: kind === "money" || kind === "count",
  }));
  return (
    <>
      <Table caption={report.title} columns={columns} rows={rows} keyOf={({ place }) => place} />
      {total > rows.length ? (
        <p className="text-sm text-quiet">
          The first {rows.length} of {total}.
        </p>
      ) : null}
    </>
  );
}

function shown(kind: Report["columns"][number]["kind"], cell: string | number): string {
  if (kind === "money" && cell !== "") return money(cell);
  return kind === "day" && typeof cell === "string" && cell ? day(cell) : String(cell);
}

function Export({ report }: { report: Report }) {
  const exporting = useMutation({
    mutationFn: () => {
      const { first, last, status, chef_id, without_chef, channel } = report.asked;
      const query = { first, last, status, chef_id, channel, without_chef: without_chef || undefined };
      const said = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null && value !== undefined));
      return answered(api.GET("/api/v1/admin/assistant/reports/{tool}.csv", { params: { path: { tool: report.tool }, query: said }, parseAs: "text" }));
    },
    onSuccess: (written) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([String(written)], { type: "text/csv" }));
      link.download = `${report.tool}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
    onError: tellRefused,
  });
  return (
    <Button size="small" look="quiet" disabled={exporting.isPending} onClick={() => exporting.mutate()}>
      As a file
    </Button>
  );
}

const TOUCHED = [["bookings"], ["booking"], ["calendar"], ["payments"], ["ledger"], ["audit"]];

/** What a deed would do, and the click that does it, by the same request as its own page. */
function Confirm({ proposal }: { proposal: Proposal }) {
  const [isDone, done] = useState(false);
  const [key] = useState(newId);
  const mayWrite = useMay("bookings:write");
  const doing = useChange({
    call: () => carriedOut(proposal, key),
    touches: TOUCHED,
    done: "Done.",
    then: () => done(true),
  });
  return (
    <section aria-label="Proposal" className="grid gap-2 rounded-xl border border-line p-3">
      <h3 className="font-semibold">{proposal.title}</h3>
      <ul className="list-disc pl-5 text-sm">
        {proposal.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <Refusal error={doing.error} />
      <p className="flex flex-wrap gap-2">
        {mayWrite ? (
          <Button size="small" disabled={doing.isPending || isDone} onClick={() => doing.mutate(undefined)}>
            {isDone ? "Done" : "Yes, do it"}
          </Button>
        ) : null}
        <Link href={{ pathname: "/bookings", query: { id: proposal.booking_id } }} className={button({ look: "quiet", size: "small" })}>
          The party
        </Link>
      </p>
    </section>
  );
}

/** key: of this proposal, so that a click whose answer was lost is the same deed when it is clicked again. */
async function carriedOut({ kind, booking_id, body }: Proposal, key: string): Promise<unknown> {
  const params = { path: { booking_id } };
  const headers = { "Idempotency-Key": key };
  if (kind === "cancel_party") {
    return answered(api.POST("/api/v1/admin/bookings/{booking_id}/cancel", { params, headers, body: body as Schemas["CancelRequest"] }));
  }
  if (kind === "assign_chef") {
    return answered(api.PATCH("/api/v1/admin/{booking_id}", { params, headers, body: body as Schemas["hibachi__bookings__schemas__StaffChange"] }));
  }
  return answered(api.POST("/api/v1/admin/bookings/{booking_id}/deposit", { params, headers, body: body as Schemas["DepositRequest"] }));
}
