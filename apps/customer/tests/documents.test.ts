import { describe, expect, it } from "vitest";
import { papersOf } from "../src/party/documents";

const common = { paid: "0.00", lines: [], reason: null, credits: null, issued_at: "2026-03-04T18:00:00Z" };

describe("the documents of a party", () => {
  it("names invoices, credit notes, receipts and refunds, and says what is void", () => {
    const found = papersOf({
      invoices: [
        { ...common, id: "1", number: "2026-00001", kind: "invoice", state: "void", total: "660.00" },
        { ...common, id: "2", number: "2026-00002", kind: "credit", state: "credit", total: "660.00" },
      ],
      receipts: [
        { id: "3", number: "PB-1/1", kind: "deposit", amount: "100.00", method: "card", at: "2026-03-04T18:00:00Z" },
        { id: "4", number: "PB-1/2", kind: "refund", amount: "30.50", method: "card", at: "2026-03-04T18:00:00Z" },
      ],
    });
    expect(found.map(({ name }) => name)).toEqual([
      "Invoice 2026-00001, $660 (void)",
      "Credit note 2026-00002, $660",
      "Receipt, $100",
      "Refund, $30.50",
    ]);
  });
});
