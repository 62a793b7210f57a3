"""What a message visibly says: no hidden HTML, no control characters, no forged roles, no quoted history."""

import unicodedata
from collections import Counter
from html.parser import HTMLParser

from hibachi.kit import lazy_re as re

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr"}
_SILENT = {"script", "style", "head", "title", "template", "noscript", "svg", "iframe", "object"}
_BREAKS = {"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "table", "ul", "ol", "hr", "blockquote", "section"}
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?<![-\w])opacity\s*:\s*0?\.?0+(?![.\d])"
    r"|font-size\s*:\s*0(?![.\d]*[1-9])|mso-hide\s*:\s*all"
    r"|(?<![-\w])(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|$)"
    r"|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{3,}|clip\s*:\s*rect\(0"
)
_COLOUR = re.compile(r"(?<![-\w])(background(?:-color)?|color)\s*:\s*([^;]+)")
_WHITE = {"white", "#fff", "#ffffff", "rgb(255,255,255)", "transparent", "rgba(0,0,0,0)"}
_HTML = re.compile(
    r"<(?:!doctype|html|body|div|p|br|span|table|td|tr|a|b|i|ul|ol|li|img|font|h[1-6]|style|script|!--)\b[^<>]*>?",
    re.IGNORECASE,
)
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad\U000e0000-\U000e007f]"
)
_ROLE = (
    r"(?:system|assistant|user|human|developer|tool"
    r"|tool[_-]?(?:result|results|call|calls|response|output|use)|function[_-]?(?:result|results|calls?)"
    r"|instructions?|im_start|im_end)"
)
_ROLE_TAG = re.compile(
    rf"<(?P<shut>/?)(?P<role>{_ROLE})\b[^<>]{{0,200}}>|<\|[a-z_]{{2,20}}\|>|\[/?(?:INST|SYS)\]|<</?SYS>>", re.IGNORECASE
)
_SPEAKERS = {"user", "human"}
_FORGERS = re.compile(_ROLE, re.IGNORECASE)
_FIRST_WORD = re.compile(r"\s*([a-z_]+)", re.IGNORECASE)
OPEN_TAG = re.compile(r"<[^<>]{0,4000}(?=<)")
_ROLE_LINE = re.compile(
    r"^[ \t]*(?:#{1,4} ?)?(?:\[?(?:system|assistant|developer|tool result|tool output"
    r"|system (?:message|note|prompt))\]?)[ \t]*(?:\([^()\n]{0,60}\))?[ \t]*:[^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_OUR_SIDE = (
    r"(?:(?:the )?(?:concierge|chat ?bot|bot|ai|agent|operator|support(?: agent)?|representative|rep"
    r"|virtual assistant|ai assistant|staff|team|business|company)|assistant)"
)
_TRANSCRIPT = re.compile(
    r"(?:^[ \t]*(?:customer|client|guest|user|human|visitor|caller|me|you"
    rf"|q)[ \t]*:[^\n]*\n+)?^[ \t]*{_OUR_SIDE}[ \t]*(?:\([^()\n]{{0,40}}\))?[ \t]*:[^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_FENCED = re.compile(
    r"^[ \t]*[-=*#~_]{2,}[^\n\w]*(?:the )?(?:previous|prior|earlier|past|begin\w*|start\w*|chat"
    r"|conversation|transcript|history|log|memory|context|system|internal|admin"
    r"|tool)\b[^\n]*\n(?:[^\n]*\n){0,40}?[ \t]*[-=*#~_]{2,}[^\n\w]*(?:end|stop|close)\b[^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ROLE_JSON = re.compile(
    r"\{[^{}]{0,400}\"role\"\s*:\s*\"(?:system|assistant|tool|developer|function)\"[^{}]{0,2000}\}", re.IGNORECASE
)
_ROLE_HEAD = re.compile(
    r"^[ \t]*#{2,6} ?(?:system|admin|developer|instructions?|override)[^\n#]{0,20}#{2,6}[^\n.!?]*[.!?]?",
    re.IGNORECASE | re.MULTILINE,
)
"""A conversation that is said to have been: what we are said to have answered is no answer of ours."""
_QUOTE_HEAD = re.compile(
    r"^(?:[> ]*on [^\n]{5,120}(?:\n[^\n]{0,80})?\bwrote:\s*$|-{2,} ?(?:original|forwarded) message ?-{2,}.*$|_{10,}\s*$"
    r"|begin forwarded message:.*$|el [^\n]{5,120} escribi[oó]:\s*$|from: [^\n]{3,120}\n(?:sent|date|to): )",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTED_LINE = re.compile(r"^[ \t]*>.*$\n?", re.MULTILINE)
_SENT_FROM = re.compile(
    r"^[ \t]*(?:sent from my [^\n]{2,40}|get outlook for [^\n]{2,30}|sent via [^\n]{2,40})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


class VisibleText(HTMLParser):
    """Collects the text that a reader sees; anything under a hidden element is dropped. Linear in what it is fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._names: Counter[str] = Counter()

    @property
    def hidden(self) -> bool:
        """Whether what comes next is hidden."""
        return bool(self._open) and self._open[-1][1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.parts.append("\n")
        if tag not in _VOID:
            self._open.append((tag, self.hidden or tag in _SILENT or _is_hidden(attrs)))
            self._names[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        closed = "" if self._names[tag] else tag
        while closed != tag:
            closed, _ = self._open.pop()
            self._names[closed] -= 1
        if tag in _BREAKS:
            self.parts.append("\n")

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """What stands in "<![…": the parser of the standard library gives up on what it does not know; a browser goes on."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i, report)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def _is_hidden(attrs: list[tuple[str, str | None]]) -> bool:
    values = {name: (value or "").lower() for name, value in attrs}
    if "hidden" in values or values.get("aria-hidden") == "true":
        return True
    style = values.get("style", "")
    if _HIDDEN_STYLE.search(style):
        return True
    colours = {name.split("-")[0]: shade.replace(" ", "").strip() for name, shade in _COLOUR.findall(style)}
    shade = colours.get("color")
    return shade is not None and (
        shade == colours.get("background") or (shade in _WHITE and "background" not in colours)
    )


def looks_like_html(text: str) -> bool:
    return bool(_HTML.search(text))


def visible_text(html: str) -> str:
    """The text of an HTML page or e-mail that a person would see; hidden elements, comments and scripts are gone."""
    parser = VisibleText()
    parser.feed(OPEN_TAG.sub(" ", html))
    parser.close()
    return normal_space("".join(parser.parts))


def without_control_characters(text: str) -> str:
    """NFC, without null bytes, control, zero-width, bidirectional and tag characters; line ends become \\n."""
    return _CONTROL.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))


def without_forged_roles(text: str) -> str:
    """Drops blocks that pretend to be the system, a tool or the assistant, with all they say."""
    kept, at, inside = [], 0, None
    for tag in _ROLE_TAG.finditer(text):
        if inside is None:
            kept.append(text[at : tag.start()])
        role, at = _role_of(tag, text)
        inside = _inside(inside, role, shut=bool(tag["shut"]) or tag.group().lower() == "<|im_end|>")
    if inside is None:
        kept.append(text[at:])
    told = _FENCED.sub("", _ROLE_HEAD.sub("", _ROLE_JSON.sub("", "\n".join(kept))))
    fresh = _TRANSCRIPT.sub("", _ROLE_LINE.sub("", told))
    return fresh if fresh.strip() else told


def _role_of(tag: re.Match[str], text: str) -> tuple[str | None, int]:
    """The role that a tag claims and where its text starts; "<|im_start|>system" names it in the word after."""
    if tag["role"]:
        return tag["role"].lower(), tag.end()
    if tag.group().lower() == "<|im_start|>" and (word := _FIRST_WORD.match(text, tag.end())):
        return word.group(1).lower(), word.end()
    return tag.group().lower().strip("<|>"), tag.end()


def _inside(inside: str | None, role: str | None, *, shut: bool) -> str | None:
    """The forged block we are in after this tag: it ends with its own end tag or where the user speaks again."""
    if role in _SPEAKERS:
        return None
    if shut:
        return None if inside is None or inside == role or role == "im_end" else inside
    return inside or (role if role and _FORGERS.fullmatch(role) else None)


def without_quoted_history(text: str) -> str:
    """The new part of a mail; if nothing but a quotation is there, the text stays as it is."""
    head = _QUOTE_HEAD.search(text)
    if head is not None and _FORWARDS.search(head.group()) and _means_what_is_below(text[: head.start()]):
        return _FORWARDED_LINE.sub("", f"{text[: head.start()]}\n{text[head.end() :]}").strip()
    fresh = text[: head.start()] if head else text
    fresh = _SENT_FROM.sub("", _QUOTED_LINE.sub("", fresh)).strip()
    return fresh or text.strip()


def _means_what_is_below(fresh: str) -> bool:
    """Whether the new part only points at the note, and counts nobody itself."""
    return bool(_POINTS_BELOW.search(fresh)) and not re.search(r"\d", fresh)


_FORWARDS = re.compile(r"forwarded", re.I)
_POINTS_BELOW = re.compile(
    r"\b(?:below|forward(?:ed|ing)?|fwd|note|this for (?:me|us)|her (?:mail|message)"
    r"|his (?:mail|message)|their (?:mail|message)|see)\b",
    re.I,
)
_FORWARDED_LINE = re.compile(r"^(?:from|sent|date|to|cc|subject): .*$", re.I | re.M)
"""Who forwards a note and points at it means what it says."""


_DELIMITER = re.compile(r"^[ \t]*(?:-- ?|—|__+)[ \t]*$", re.M)
_SIGN_OFF = re.compile(
    r"^[ \t]*(?:many thanks|thanks|thank you|thx|thnx|tks|ty|rgds|best|kind|warm|regards|sincerely"
    r"|respectfully|cordially|all the best|take care|talk soon|cheers|yours)\b[^\n\d?]{0,25}$",
    re.I | re.M,
)
_ZIP = re.compile(r"(?<![\d-])\d{5}(?![\d-])")
_LETTERHEAD = re.compile(
    r"^[^\n]*(?:\||\b[A-Z]{2},? \d{5}\b|\b(?:suite|ste\.?) \d|\bconfidential\b)[^\n]*$\n?", re.I | re.M
)


_PHONE_LINE = re.compile(
    r"^[ \t]*(?:t|tel|telephone|ph|phone|p|o|office|m|mobile|c|cell|d|direct|f|fax)\b[.:]*[ \t]*[+(]?\d[\d() .+-]{6,}",
    re.I | re.M,
)
"""A line of a telephone number with its sign: only letterheads have one below the words."""


def without_letterhead(text: str) -> str:
    """A mail without the address of its signature: that is where the writer works, not where the party is.

    Below a sign-off without a delimiter, or above a line with an office's telephone, an address goes only where the
    letter itself names a ZIP code.
    """
    below = _DELIMITER.search(text)
    told = _ZIP.search(text)
    if below is None and told is not None:
        below = _SIGN_OFF.search(text, told.end()) or (told if _PHONE_LINE.search(text, told.end()) else None)
    return text if below is None else text[: below.end()] + _LETTERHEAD.sub("", text[below.end() :])


def normal_space(text: str) -> str:
    """Single spaces, at most one empty line in a row, nothing at the ends; line breaks stay."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def tidy(text: str, *, email: bool = False) -> str:
    """What is understood of a raw message: visible, NFC, without forged roles; for e-mail without quoted history."""
    clean = without_control_characters(text)
    clean = without_forged_roles(clean)
    if looks_like_html(clean):
        clean = without_forged_roles(visible_text(clean))
    if email:
        clean = without_letterhead(without_quoted_history(clean))
    return normal_space(clean)
