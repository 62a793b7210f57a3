"""Who waits to be told how to pay: where the owner set no handle, people send it."""
