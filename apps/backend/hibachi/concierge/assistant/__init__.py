"""What staff ask about the business, answered from the database by tools that only read; what is to be done is proposed."""
