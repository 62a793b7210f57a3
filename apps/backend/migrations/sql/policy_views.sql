CREATE OR REPLACE FUNCTION policy_versions_are_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'policy versions are immutable: add a new one' USING ERRCODE = 'restrict_violation';
END $$;
CREATE OR REPLACE TRIGGER policy_versions_immutable BEFORE UPDATE OR DELETE ON policy_versions
FOR EACH ROW EXECUTE FUNCTION policy_versions_are_immutable();
CREATE VIEW proteins AS
SELECT book.version, dish.key, dish.included, dish.price
FROM (SELECT * FROM policy_versions WHERE effective_from <= now() ORDER BY effective_from DESC, version DESC LIMIT 1) AS book, LATERAL (
    SELECT key, true AS included, 0.00::numeric(12, 2) AS price
    FROM jsonb_array_elements_text(book.profile #> '{menu,included_proteins}') AS key
    UNION ALL
    SELECT key, false, value::numeric(12, 2)
    FROM jsonb_each_text(book.profile #> '{menu,upgrades_per_person}')
) AS dish;
CREATE VIEW addons AS
SELECT book.version, addon.key, addon.value::numeric(12, 2) AS price
FROM (SELECT * FROM policy_versions WHERE effective_from <= now() ORDER BY effective_from DESC, version DESC LIMIT 1) AS book, LATERAL jsonb_each_text(book.profile #> '{menu,addons_each}') AS addon;
CREATE VIEW pricing_rules AS
SELECT book.version, rule ->> 'key' AS key, rule ->> 'label' AS label,
       (rule ->> 'first')::date AS first, (rule ->> 'last')::date AS last,
       (rule ->> 'percent')::integer AS percent, (rule ->> 'per_adult')::numeric(12, 2) AS per_adult
FROM (SELECT * FROM policy_versions WHERE effective_from <= now() ORDER BY effective_from DESC, version DESC LIMIT 1) AS book, LATERAL jsonb_array_elements(book.profile -> 'pricing_rules') AS rule;
