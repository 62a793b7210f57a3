"""Who is where when: openings, and the claims that make two parties for one chef impossible."""
