"""What staff see change while they look: a socket that says which thread, draft or party to read anew."""
