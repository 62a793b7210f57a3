"""How an address can be wrong."""

from hibachi.kit.errors import InvalidInput


class InvalidPhone(InvalidInput):
    """Not a telephone number that exists."""

    code = "invalid_phone"
    message = "That does not look like a telephone number."
    next_step = "Send a number with its area code, such as (916) 555-0148."


class InvalidEmail(InvalidInput):
    """Not an e-mail address."""

    code = "invalid_email"
    message = "That does not look like an e-mail address."
    next_step = "Send an address such as name@example.com."


class InvalidHandle(InvalidInput):
    """Not a name that a social network gives."""

    code = "invalid_handle"
    message = "That does not look like the name of an account."
    next_step = "Send the account's name without spaces."
