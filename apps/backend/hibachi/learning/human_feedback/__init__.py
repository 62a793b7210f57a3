"""What people make of the concierge's words: single replies improved, the pattern of it, the training corpus."""
