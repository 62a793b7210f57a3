CREATE OR REPLACE FUNCTION quotes_are_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'quotes are immutable: make a new one' USING ERRCODE = 'restrict_violation';
END $$;
CREATE OR REPLACE TRIGGER quotes_immutable BEFORE UPDATE ON quotes
FOR EACH ROW EXECUTE FUNCTION quotes_are_immutable();
