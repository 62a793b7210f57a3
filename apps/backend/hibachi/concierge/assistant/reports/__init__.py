"""The tools that read: each asks the services of a noun and tells what it found as a report."""
