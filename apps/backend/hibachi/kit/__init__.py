"""What every module stands on: database, clock, money, errors, events, jobs, HTTP. Knows nothing of hibachi."""
