DROP FUNCTION IF EXISTS invoices_are_sound() CASCADE;
DROP FUNCTION IF EXISTS invoices_refuse_change() CASCADE;
