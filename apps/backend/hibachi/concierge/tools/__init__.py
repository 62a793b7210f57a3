"""Typed doors into the modules' services. Every result is a Fact; the model proposes, code disposes."""
