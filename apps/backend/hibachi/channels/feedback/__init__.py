"""What customers and staff say of a reply: votes, surveys, and what is to be looked at because of them."""
