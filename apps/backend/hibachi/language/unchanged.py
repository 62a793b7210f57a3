"""What is said to stay as it is beside a change: "Everything else stays as it is" keeps nothing back and asks for nothing."""

from hibachi.kit import lazy_re as re

_ALL_ELSE = (
    r"(?:every ?thing else|all else|all the rest|the rest|all other (?:details|things)"
    r"|the other (?:details|things|facts)|other details|nothing else|no other changes?"
    r"|all (?:the )?other details)"
)
_STAYS = (
    r"(?:(?:can|should|will|would|may|is to|are to|please) )*(?:stays?|staying|remains?|be|is|are|changes?"
    r"|changed)(?: (?:to be|as|exactly|just))*(?: (?:the same"
    r"|as (?:it is|is|it was|before|planned|booked|discussed|they are)|as it|it is|is|unchanged|put"
    r"|like (?:before|it is|that)|before|planned|booked))?"
)
_SAID = re.compile(
    rf"(?P<before>^|[.!?,;\n]\s*|\band |\bbut )(?:{_ALL_ELSE} {_STAYS}|no other changes?"
    r"|nothing else changes|(?:please )?(?:keep"
    rf"|leave) (?:{_ALL_ELSE})(?: (?:the same|as (?:it )?is|unchanged|as before))?)\W*(?=$|[\n,]"
    r"|(?<=[.!;,]) |(?<=[.!;]))",
    re.I,
)


def without_the_unchanged(text: str) -> str:
    """The text without such words, where something else is said beside them."""
    rest = _SAID.sub(lambda said: said["before"].rstrip("andbut ") or "", text)
    return rest if re.search(r"\w{2,}\W+\w{2,}", rest) else text
