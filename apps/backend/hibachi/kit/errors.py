"""How the product refuses: a code for machines, a status, a sentence for a person, and the next step.

HibachiError
├── InvalidInput        422
├── Unauthenticated     401
├── Forbidden           403
├── NotFound            404
├── MethodNotAllowed    405
├── Conflict            409
├── TooLarge            413
├── TooMany             429
└── Unavailable         503
"""

from typing import Any, ClassVar


class HibachiError(Exception):
    """Base of every error that may reach a person; subclasses set the class attributes."""

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 500
    message: str = "Something went wrong."
    next_step: str = "Try again, or ask the business."

    def __init__(self, message: str | None = None, *, next_step: str | None = None, **details: Any) -> None:
        self.message = message or type(self).message
        self.next_step = next_step or type(self).next_step
        self.details = details
        super().__init__(self.message)

    def body(self) -> dict[str, Any]:
        """What goes over the wire: code, message, next_step, and details where there are any."""
        body: dict[str, Any] = {"code": self.code, "message": self.message, "next_step": self.next_step}
        return {**body, "details": self.details} if self.details else body


class InvalidInput(HibachiError):
    """The request cannot be understood or is out of bounds."""

    code = "invalid_input"
    status = 422
    message = "Something in the request is not valid."
    next_step = "Correct the request and send it again."


class Unauthenticated(HibachiError):
    """Nobody is signed in, or the proof is not valid."""

    code = "unauthenticated"
    status = 401
    message = "Please sign in."
    next_step = "Sign in at /api/v1/auth/token, or send a valid API key."


class Forbidden(HibachiError):
    """Signed in, but not allowed."""

    code = "forbidden"
    status = 403
    message = "You are not allowed to do this."
    next_step = "Ask an administrator for the permission."


class NotFound(HibachiError):
    """There is no such thing, or not for this caller."""

    code = "not_found"
    status = 404
    message = "There is nothing here."
    next_step = "Check the address or the id."


class MethodNotAllowed(HibachiError):
    """The address exists, but not for this method."""

    code = "method_not_allowed"
    status = 405
    message = "This address does not take that method."
    next_step = "Read /docs for the methods that it takes."


class Conflict(HibachiError):
    """The request does not fit the present state."""

    code = "conflict"
    status = 409
    message = "This does not fit the present state."
    next_step = "Read the present state and decide again."


class TooLarge(HibachiError):
    """The body is larger than is taken."""

    code = "too_large"
    status = 413
    message = "The request is too large."
    next_step = "Send a smaller one."


class TooMany(HibachiError):
    """More requests than are taken in this time."""

    code = "too_many_requests"
    status = 429
    message = "Too many requests."
    next_step = "Wait a moment and try again."


class Unavailable(HibachiError):
    """An outside service or the database does not answer now."""

    code = "unavailable"
    status = 503
    message = "This is not available at the moment."
    next_step = "Try again in a minute."
