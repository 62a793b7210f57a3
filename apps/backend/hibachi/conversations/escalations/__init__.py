"""What a person gets to read when a conversation is handed to them."""
