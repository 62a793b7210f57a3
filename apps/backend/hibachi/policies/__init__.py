"""The owner's numbers: typed, versioned by date, the one truth about prices, menu, windows and rules."""
