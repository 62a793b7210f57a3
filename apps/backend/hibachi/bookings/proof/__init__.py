"""The nightly proof: Stripe against the ledger against the parties, and every party for what its day needs."""
