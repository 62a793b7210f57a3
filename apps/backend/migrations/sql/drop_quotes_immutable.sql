DROP TRIGGER IF EXISTS quotes_immutable ON quotes;
DROP FUNCTION IF EXISTS quotes_are_immutable();
