"""Leads: who wanted a party and has none yet."""
