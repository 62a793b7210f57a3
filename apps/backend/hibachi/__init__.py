"""The concierge and booking system of a private catering business; docs/map.md is the picture of the house."""
