"""What we say unasked: reminders of a deposit, and news of money that no question asked for."""
