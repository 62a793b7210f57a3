"""Small trained ends on the sentence encoder: what a message is after, and how its writer feels."""
