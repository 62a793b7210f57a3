"""Notices of payments by e-mail: what Venmo, Zelle's banks, Cash App, PayPal and Stripe write, and what is made of it."""
