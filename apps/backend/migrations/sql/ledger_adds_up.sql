CREATE OR REPLACE FUNCTION ledger_refuses_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'ledger refuses ' || TG_OP;
END $$;

CREATE OR REPLACE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger
FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses_change();

CREATE OR REPLACE FUNCTION ledger_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    source record;
    purpose text := NEW.kind;
    signed bigint := NEW.amount;
    back bigint;
BEGIN
    PERFORM 1 FROM receivables WHERE id = NEW.receivable_id FOR UPDATE;
    IF NEW.kind = 'refund' THEN
        SELECT * INTO source FROM ledger WHERE id = NEW.refund_of;
        SELECT sum(amount) INTO back FROM ledger WHERE refund_of = NEW.refund_of;
        IF source.receivable_id <> NEW.receivable_id OR source.kind = 'refund' OR back > source.amount THEN
            RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'ledger: a refund above its payment';
        END IF;
        purpose := source.kind;
        signed := -NEW.amount;
    END IF;
    UPDATE receivables SET
        paid = paid + CASE WHEN purpose <> 'tip' AND signed > 0 THEN signed ELSE 0 END,
        refunded = refunded + CASE WHEN purpose <> 'tip' AND signed < 0 THEN -signed ELSE 0 END,
        deposit_paid = deposit_paid + CASE WHEN purpose = 'deposit' THEN signed ELSE 0 END
    WHERE id = NEW.receivable_id;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER ledger_adds_up AFTER INSERT ON ledger
FOR EACH ROW EXECUTE FUNCTION ledger_adds_up();

CREATE OR REPLACE TRIGGER receivables_sums_are_the_ledgers BEFORE UPDATE ON receivables
FOR EACH ROW WHEN (pg_trigger_depth() = 0 AND (OLD.paid <> NEW.paid OR OLD.refunded <> NEW.refunded
OR OLD.deposit_paid <> NEW.deposit_paid)) EXECUTE FUNCTION ledger_refuses_change();
