"""The price of a party, as arithmetic that one can read."""
