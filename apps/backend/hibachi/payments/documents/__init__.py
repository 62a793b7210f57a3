"""Invoices, numbered without a gap and never changed, and the receipt of every entry of the ledger; both as PDF."""
