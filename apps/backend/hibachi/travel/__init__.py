"""How far a party is, what the way costs, and whether we come there."""
