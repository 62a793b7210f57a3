"""HTML mails as text: what is hidden is gone, what is quoted stands behind "> " as in plain text."""

from hibachi.kit import lazy_re as re
from hibachi.language.tidy import OPEN_TAG, VisibleText, normal_space, without_control_characters

LONGEST_HTML = 200_000
CONDITIONAL = re.compile(r"<!\[?(?:if|endif)[^<>]{0,200}>|<!--\[(?:if|endif)[^<>]{0,200}\]-->", re.IGNORECASE)
SIGNATURES = re.compile(r"gmail_signature|moz-signature|applemailsignature|ms-outlook-mobile-signature|\bsignature\b")
HISTORY = re.compile(r"divrplyfwdmsg|appendonsend|olk_src_body_section|yahoo_quoted")
MARK = "\x02"
"""Stands where a quotation begins; no mail can hold it, since control characters are taken out first."""
END = "\x03"
RULED = "\x04"
"""Where a quotation ends, and where a program says that all below is history."""


class _Letter(VisibleText):
    """Marks where quotations begin and end; a signature that the mail program marks as one is left out."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = " ".join(value or "" for name, value in attrs if name in ("id", "class", "data-smartmail")).lower()
        if SIGNATURES.search(names) and tag != "body":
            attrs = [*attrs, ("hidden", "")]
        super().handle_starttag(tag, attrs)
        if tag == "blockquote" and not self.hidden:
            self.parts.append(f"\n{MARK}")
        elif HISTORY.search(names) or _is_outlook_rule(tag, dict(attrs)):
            self.parts.append(f"\n{RULED}\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "blockquote" and not self.hidden:
            self.parts.append(f"{END}\n")
        super().handle_endtag(tag)


def _is_outlook_rule(tag: str, attrs: dict[str, str | None]) -> bool:
    """The line that Outlook draws above the history: a top border alone."""
    style = (attrs.get("style") or "").lower().replace(" ", "")
    return tag == "div" and "border-top:solid" in style and "border:none" in style


def as_text(html: str) -> str:
    """The text that a reader sees; quoted parts as "> " lines, the history of Outlook below a line that says so."""
    clean = without_control_characters(html[:LONGEST_HTML])
    parser = _Letter()
    parser.feed(OPEN_TAG.sub(" ", CONDITIONAL.sub("", clean)))
    parser.close()
    return normal_space("\n".join(_quoted("".join(parser.parts))))


def _quoted(text: str) -> list[str]:
    depth, lines = 0, []
    for line in text.split("\n"):
        opened = depth + line.count(MARK)
        words = " ".join(line.replace(MARK, "").replace(END, "").split())
        if RULED in words:
            words = "-----Original Message-----"
        lines.append(f"{'> ' * min(opened, 5)}{words}".rstrip() if opened else words)
        depth = max(0, opened - line.count(END))
    return lines
