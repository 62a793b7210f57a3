"""Long synthetic conversations of customers, and what they ask about them months later."""
