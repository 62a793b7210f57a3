"""What staff read of a conversation when it rests: a summary, the next step, and where the person stands as a lead."""
