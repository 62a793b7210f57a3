"""The only place that speaks to a model provider: which models there are, what they cost, when one is left alone."""
