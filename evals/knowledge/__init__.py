"""Questions of customers with the passage that answers each, and a database to ask them in."""
