"""Where occasions come from: parties, what people asked for. Each file finds them, looks again, and words them."""
