"""What is counted of conversations."""
