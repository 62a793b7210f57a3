"""What the business knows, as passages: rendered from its own numbers, written by its people, learnt with their consent."""
