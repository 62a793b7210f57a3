"""Who comes, read as a row of people: tokens, ages, mentions with their heads and families, rows, parts, and what a row comes to."""
