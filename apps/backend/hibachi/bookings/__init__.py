"""The party: held, deposit_pending, confirmed, completed; changed or cancelled on the way."""
