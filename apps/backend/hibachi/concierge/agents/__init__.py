"""Who speaks: each agent a purpose, a tone, and the tools that it may use."""
