"""How customers reach us: every provider's door, and the way out."""
