"""Replies that wait for a person: read, approved, edited, rejected; and the record that a topic earned."""
