DROP VIEW IF EXISTS proteins, addons, pricing_rules;
DROP TRIGGER IF EXISTS policy_versions_immutable ON policy_versions;
DROP FUNCTION IF EXISTS policy_versions_are_immutable();
