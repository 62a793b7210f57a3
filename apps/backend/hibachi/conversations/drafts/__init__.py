"""Replies that wait for a person: drafts, approvals, and where they are asked for."""
