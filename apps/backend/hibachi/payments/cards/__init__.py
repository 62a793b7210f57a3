"""Payments by card: Stripe's pages, what came by them, what went back; the ledger is made equal to what Stripe says."""
