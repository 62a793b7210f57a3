"""What is learnt from people: better replies and scripts. Nothing in here puts anything in force by itself."""
