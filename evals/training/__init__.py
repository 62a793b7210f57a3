"""How the small trained parts are made, a module a part: each has `train(datasets) -> str`."""
