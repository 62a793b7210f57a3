"""Bytes to text, whatever charset a mail claims."""

import codecs

WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso2022_jp": "iso2022_jp_ext",
}
"""Charsets that mail programs name where they mean the wider one (as browsers read them)."""
NO_CHARSETS = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"}
"""Codecs of Python that no mail is written in, or that hide what a text says."""


def decoded(raw: bytes, charset: str) -> str:
    """The text of some bytes: by the charset they claim if it fits, else UTF-8 if that fits, else Windows-1252."""
    for name in (_known(charset), "utf-8"):
        try:
            if name:
                return raw.decode(name)
        except (UnicodeError, LookupError, ValueError):
            continue
    return raw.decode(_known(charset) or "cp1252", "replace") if raw.isascii() else raw.decode("cp1252", "replace")


def _known(charset: str) -> str | None:
    try:
        name = codecs.lookup(charset.strip(" \"'").removesuffix("-i")[:40]).name
    except (LookupError, ValueError, UnicodeError):
        return None
    return None if name in NO_CHARSETS else WIDER.get(name, name)
