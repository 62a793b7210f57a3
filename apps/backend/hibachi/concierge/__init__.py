"""The AI: one customer turn, from words that came in to checked words that go out. Blind to channels."""
