"""What a follow-up does to the quote on the table: read as a typed thing, applied to the party that was quoted."""
