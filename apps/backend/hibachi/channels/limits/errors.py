"""How counting can fail: inside limits alone, where it is caught."""


class RedisAway(Exception):
    """Redis does not answer, or rests after it did not."""
