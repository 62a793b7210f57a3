"""What the guests of a party choose for themselves, by a link that their host shares."""
