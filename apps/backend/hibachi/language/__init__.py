"""Numbers, parties, dates, times, places, contacts and short replies in what people write. Knows no customer."""
