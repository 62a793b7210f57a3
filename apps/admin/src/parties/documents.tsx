"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { useMay } from "@/shell/me";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { Table, type Column } from "@/shell/table";
import { tellRefused } from "@/shell/toasts";
import { at, money, plain } from "@/shell/words";
import type { Booking } from "./words";

type Invoice = Schemas["Invoice"];
type Paper = { id: string; name: string; state: string; amount: string; when: string; invoice: Invoice | null };

const TOUCHES = [["documents"], ["audit"]];

/** The invoices and receipts of a party: open each, issue the invoice, void it. */
export function PartyDocuments({ party }: { party: Booking }) {
  const [voided, setVoided] = useState<Invoice | null>(null);
  const mayWrite = useMay("payments:write");
  const path = { booking_id: party.id };
  const documents = useQuery({
    queryKey: ["documents", party.id, party.revision],
    queryFn: () => answered(api.GET("/api/v1/admin/bookings/{booking_id}/documents", { params: { path } })),
  });
  const issuing = useChange({
    call: () => answered(api.POST("/api/v1/admin/bookings/{booking_id}/invoices", { params: { path } })),
    touches: TOUCHES,
    done: "The invoice is issued.",
  });
  const opening = useMutation({
    mutationFn: ({ id }: Paper) =>
      answered(api.GET("/api/v1/admin/bookings/{booking_id}/documents/{document_id}.pdf", { params: { path: { ...path, document_id: id } }, parseAs: "blob" })),
    onSuccess: (file, { name }) => save(file as Blob, `${name.replaceAll("/", "-")}.pdf`),
    onError: tellRefused,
  });
  const papers = documents.data ? papersOf(documents.data) : [];
  const stands = documents.data?.invoices.some(({ state }) => state !== "void" && state !== "credit");
  return (
    <Panel
      title="Invoices and receipts"
      actions={
        mayWrite && documents.data && !stands && party.status !== "held" ? (
          <Button size="small" look="quiet" disabled={issuing.isPending} onClick={() => issuing.mutate(undefined)}>
            Issue the invoice
          </Button>
        ) : null
      }
    >
      <Refusal error={documents.error} className="m-4" />
      {papers.length === 0 ? (
        <p className="p-4 text-sm text-quiet">None yet. The invoice comes with the whole deposit, a receipt with each payment.</p>
      ) : (
        <Table
          caption="List of invoices and receipts"
          columns={columns((paper) => opening.mutate(paper), mayWrite ? setVoided : null)}
          rows={papers}
          keyOf={({ id }) => id}
        />
      )}
      {voided ? <VoidDialog party={party} invoice={voided} onClose={() => setVoided(null)} /> : null}
    </Panel>
  );
}

function papersOf({ invoices, receipts }: Schemas["Documents"]): Paper[] {
  return [
    ...invoices.map((invoice) => ({
      id: invoice.id,
      name: `${invoice.kind === "credit" ? "Credit note" : "Invoice"} ${invoice.number}`,
      state: invoice.state === "credit" ? "" : invoice.state,
      amount: `${invoice.kind === "credit" ? "−" : ""}${money(invoice.total)}`,
      when: invoice.issued_at,
      invoice: invoice.state === "void" || invoice.state === "credit" ? null : invoice,
    })),
    ...receipts.map(({ id, number, kind, amount, at: when }) => ({
      id,
      name: `${kind === "refund" ? "Refund receipt" : "Receipt"} ${number}`,
      state: "",
      amount: `${kind === "refund" ? "−" : ""}${money(amount)}`,
      when,
      invoice: null,
    })),
  ];
}

function columns(show: (paper: Paper) => void, toVoid: ((invoice: Invoice) => void) | null): Column<Paper>[] {
  return [
    { name: "Document", cell: ({ name }) => name },
    { name: "State", cell: ({ state }) => (state ? <Badge look={state === "paid" ? "good" : "wait"}>{plain(state)}</Badge> : null) },
    { name: "Amount", cell: ({ amount }) => amount, isFigure: true },
    { name: "When", cell: ({ when }) => at(when, new Date()), isExtra: true },
    {
      name: "Action",
      cell: (paper) => <Deeds paper={paper} show={show} toVoid={toVoid} />,
    },
  ];
}

function Deeds({ paper, show, toVoid }: { paper: Paper; show: (paper: Paper) => void; toVoid: ((invoice: Invoice) => void) | null }) {
  const { name, invoice } = paper;
  return (
    <span className="flex flex-wrap gap-3">
      <Button look="plain" size="small" className="min-h-6" aria-label={`PDF of ${name}`} onClick={() => show(paper)}>
        PDF
      </Button>
      {invoice && toVoid ? (
        <Button look="plain" size="small" className="min-h-6" aria-label={`Void ${name}`} onClick={() => toVoid(invoice)}>
          Void
        </Button>
      ) : null}
    </span>
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function VoidDialog({ party, invoice, onClose }: { party: Booking; invoice: Invoice; onClose: () => void }) {
  const voiding = useChange({
    call: (reason: string) => {
      const path = { booking_id: party.id, invoice_id: invoice.id };
      return answered(api.POST("/api/v1/admin/bookings/{booking_id}/invoices/{invoice_id}/void", { params: { path }, body: { reason } }));
    },
    touches: TOUCHES,
    done: "The invoice is void; its credit note stands beside it.",
    then: onClose,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    voiding.mutate(String(new FormData(event.currentTarget).get("reason")));
  };
  const about = "It stays as it was printed; a credit note takes back the whole of it. Then another one can be issued.";
  return (
    <Dialog title={`Void invoice ${invoice.number}`} about={about} open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Reason" name="reason" maxLength={200} required />
        <Refusal error={voiding.error} />
        <Button type="submit" disabled={voiding.isPending}>
          Void it
        </Button>
      </form>
    </Dialog>
  );
}
