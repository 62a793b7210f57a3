"""The money of parties: what is owed, what came, what went back; append-only, in cents."""
