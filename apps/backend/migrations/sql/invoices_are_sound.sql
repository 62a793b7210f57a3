CREATE OR REPLACE FUNCTION invoices_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'invoices refuse ' || TG_OP;
END $$;

CREATE OR REPLACE TRIGGER invoices_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON invoices
FOR EACH STATEMENT EXECUTE FUNCTION invoices_refuse_change();

CREATE OR REPLACE FUNCTION invoices_are_sound() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    source record;
    wrong text;
BEGIN
    PERFORM 1 FROM receivables WHERE id = NEW.receivable_id FOR UPDATE;
    IF NEW.sequence <> 1 + (SELECT coalesce(max(sequence), 0) FROM invoices WHERE year = NEW.year) THEN
        wrong := 'a number is left out';
    ELSIF NEW.total <> (SELECT coalesce(sum((line ->> 'amount')::bigint), 0)
                        FROM jsonb_array_elements(NEW.lines) AS line) THEN
        wrong := 'the lines do not add up';
    ELSIF NEW.kind = 'credit' THEN
        SELECT * INTO source FROM invoices WHERE id = NEW.credits;
        IF (source.kind, source.receivable_id, source.total) IS DISTINCT FROM
           ('invoice'::text, NEW.receivable_id, NEW.total) THEN
            wrong := 'a credit note is for one whole invoice of its party';
        END IF;
    ELSIF EXISTS (SELECT 1 FROM invoices one WHERE one.receivable_id = NEW.receivable_id AND one.kind = 'invoice'
                  AND NOT EXISTS (SELECT 1 FROM invoices credit WHERE credit.credits = one.id)) THEN
        wrong := 'a second invoice stands';
    END IF;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'invoices: ' || wrong;
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER invoices_sound BEFORE INSERT ON invoices
FOR EACH ROW EXECUTE FUNCTION invoices_are_sound();
