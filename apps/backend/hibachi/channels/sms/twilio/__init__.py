"""Twilio: signed webhooks in, its REST API out."""
