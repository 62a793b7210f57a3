"""What is measured on public data, a module a kind: each has `measure(datasets) -> Section` or several of them."""
