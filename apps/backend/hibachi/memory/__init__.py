"""What we remember of a customer: from their completed parties and from what they say, each with its source."""
