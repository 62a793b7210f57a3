DROP TRIGGER IF EXISTS receivables_sums_are_the_ledgers ON receivables;
DROP TRIGGER IF EXISTS ledger_adds_up ON ledger;
DROP TRIGGER IF EXISTS ledger_append_only ON ledger;
DROP FUNCTION IF EXISTS ledger_adds_up();
DROP FUNCTION IF EXISTS ledger_refuses_change();
