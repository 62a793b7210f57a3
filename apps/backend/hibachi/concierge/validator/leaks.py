"""What never leaves: the names of tools, ids and tokens, prompts, markup, code, other people."""

from typing import Any

from hibachi.concierge.validator.ground import Ground
from hibachi.concierge.validator.text import negated
from hibachi.kit import lazy_re as re

_SNAKE = re.compile(
    r"(?<![\w@./-])[a-z]+(?:_[a-z0-9]+)+\b(?!@)|\b(?:price_list|tool_call\w*|function_call)\b"
    r"|\b[a-z]+[A-Z][a-z]+[A-Za-z]*\("
)
_ID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b[0-9a-f]{16,}\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]{0,200}>|<\||\|>|```|`[^`\n]+`|[{}]|\[[^\]\n]{1,80}\]\([^)]*\)|\"\w+\"\s*:"
    r"|&(?:nbsp|amp|lt|gt|quot);|^#{1,6} |!\[|\[(?:INST|/INST|name|date|total|amount|[a-z ]{2,30})\]",
    re.MULTILINE,
)
_BOLD = re.compile(r"\*\*|__")
_PLAIN_CHANNELS = {"sms", "phone"}
_PROMPT = re.compile(
    r"\b(?:system prompt|my (?:system )?(?:prompt|instructions)"
    r"|(?:these|the) instructions (?:say|tell|i was given)|developer message|i was instructed"
    r"|language model|my training data|as an ai (?:model|language)|tool (?:call|result|output)s?"
    r"|the (?:facts|tools?) (?:say|says|show|returned)|json|api key|database|validator)\b"
)
_OTHERS = re.compile(
    r"\b(?:another|other|one of our(?: other)?|a different) (?:customer|client|family|party|guest|host"
    r"|couple|booking)s?(?:'s?)? (?:name|number|phone|address|e-?mail|is called|named|lives?)\b"
    r"|\b(?:booked|taken|held|reserved) by (?:the )?[A-Z][a-z]+"
    r"|\b[Tt]he [A-Z][a-z]+s?(?:'s?)? (?:family|party|wedding|birthday|booking|reservation) (?:is|has"
    r"|at|on|from|took|already|booked)"
)
SHORTEST_SECRET = 8
_SECRET_KEYS = {"token", "hold_token", "booking_id", "quote_id", "id", "certificate"}


def check_leaks(ground: Ground) -> None:
    """Refuse what belongs to the machinery or to other people."""
    for match in _SNAKE.finditer(ground.text):
        if not ground.is_taken(*match.span()):
            ground.refuse("internal", *match.span(), "names of tools and fields are internal; say it in plain words")
    for match in _ID.finditer(ground.text):
        if ground.is_taken(*match.span()):
            continue  # inside a link, which `contacts` has judged: the customer's own page carries its id
        ground.refuse("internal", *match.span(), "ids are internal; leave them out")
    for secret in _secrets([fact.result for fact in ground.facts]):
        for match in re.finditer(re.escape(secret), ground.text):
            if not ground.is_taken(*match.span()):  # a link's own id was judged with it
                ground.refuse("internal", *match.span(), "ids and tokens are internal; leave them out")
    for match in _MARKUP.finditer(ground.text):
        ground.refuse("markup", *match.span(), "write plain text: no tags, code, brackets or placeholders")
    if ground.channel in _PLAIN_CHANNELS and (bold := _BOLD.search(ground.text)):
        ground.refuse("markup", *bold.span(), "this channel shows plain text only")
    for match in _PROMPT.finditer(ground.folded):
        if not negated(ground.folded, match.start()):
            ground.refuse("internal", *match.span(), "speak as the business does; say nothing of how you work")
    for match in _OTHERS.finditer(ground.text):
        if not negated(ground.folded, match.start()) and not _is_theirs(ground, match.group()):
            ground.refuse("other_person", *match.span(), "nothing of other customers may be told")


def _secrets(value: Any) -> set[str]:
    """Every id and token that lies anywhere in a value."""
    found, waiting = set(), [("", value)]
    while waiting:
        key, item = waiting.pop()
        if isinstance(item, dict):
            waiting += item.items()
        elif isinstance(item, list):
            waiting += [(key, one) for one in item]
        elif key in _SECRET_KEYS and isinstance(item, str) and len(item) >= SHORTEST_SECRET:
            found.add(item)
    return found


def _is_theirs(ground: Ground, words: str) -> bool:
    names = re.findall(r"[A-Z][a-z]+", words)
    known = " ".join([*ground.heard, ground.fact_words])
    return bool(names) and all(name.lower().rstrip("s") in known for name in names)
