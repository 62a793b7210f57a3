"""Whatever the bytes are: reading a mail never raises, and its work grows as the bytes do."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hibachi.channels.mail.reading import read
from hibachi.channels.mail.reading.letter import sender_of
from hibachi.channels.mail.reading.quoting import new_words
from hibachi.channels.mail.schemas import Letter, OurSide
from tests.channels.mail.corpus import CORPUS

OURS = OurSide(frozenset({"hello@b.example"}), "concierge.b.example", frozenset({"mx"}))
FRAGMENTS = [
    b"From: ", b"To: a@b.c, ", b"Subject: =?utf-8?q?", b"?=", b"Content-Type: multipart/mixed; boundary=b\n",
    b"Content-Type: text/html; charset=", b"Content-Transfer-Encoding: base64\n", b"--b\n", b"--b--\n", b"\n\n", b"\r\n",
    b"message/rfc822", b"message/delivery-status", b"text/plain; format=flowed; delsp=yes", b"=E9=", b"<div style='",
    b"<blockquote>", b"On Tue, Mar 3, 2026 X <a@b.c> wrote:\n", b"> ", b"\x00", b"\xff\xfe", b"\xe2\x82", b"(" * 50,
    b'"', b"\\", b"<", b">", b";", b"Authentication-Results: mx; dmarc=pass (", b"References: <", b"Date: Tue, 99 Foo",
    b"filename*0*=utf-8''%", b"charset=unicode_escape", b"charset=idna", b"charset=\xff", b"begin 644 x\n", b"&#xffffff;",
]  # fmt: skip
SOUP = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.binary(max_size=12)), max_size=60).map(b"".join)


def sane(letter: Letter) -> bool:
    """What the rest relies on: bounded, and writable into the database."""
    texts = [letter.fresh, letter.text, letter.subject, letter.message_id or "", *letter.references]
    texts += [file.name for file in letter.attachments]
    return all("\0" not in one and one.encode("utf-8") is not None for one in texts) and len(letter.subject) <= 300


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=2000), SOUP))
def test_reading_never_raises(raw: bytes) -> None:
    assert sane(read(raw, OURS))
    sender_of(raw)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(CORPUS)), st.data())
def test_a_real_mail_cut_or_changed_anywhere_is_read(name: str, data: st.DataObject) -> None:
    raw = CORPUS[name][0]
    at = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(at, min(len(raw), at + 40)))
    assert sane(read(raw[:at] + data.draw(st.sampled_from([b"", b"\xff", b"\n", b"\0", b"--b"])) + raw[end:], OURS))


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet=st.characters(exclude_characters=">-_—–*=~\x00", exclude_categories=["Cs", "Cc"]), max_size=300)
)
def test_words_without_any_history_stay(text: str) -> None:
    """What looks like no mail program wrote it is the writer's: above a quotation it comes out as it went in."""
    above = new_words(text)
    quoted = f"{text}\n\nOn Tue, Mar 3, 2026 at 9:00 AM X <a@b.example> wrote:\n\n> a question?\n"
    assert new_words(quoted) == above


HEAD = b"From: a@x.example\nSubject: s\nMIME-Version: 1.0\n"
HOSTILE: dict[str, Callable[[int], bytes]] = {
    "one line": lambda n: HEAD + b"\n" + b"x" * n,
    "empty lines": lambda n: HEAD + b"\n" * n,
    "quotes": lambda n: HEAD + b"\n" + b"> " * (n // 2),
    "attributions": lambda n: HEAD + b"\n" + b"On 1 a@b\n" * (n // 9),
    "fields": lambda n: HEAD + b"\n" + b"From: a\n" * (n // 8),
    "parentheses": lambda n: b"From: " + b"(" * n + b"\n\nx",
    "addresses": lambda n: b"From: a@x.example\n" + b"To: a@b.c\n" * (n // 10) + b"\nx",
    "encoded words": lambda n: b"Subject: " + b"=?utf-8?q?a?= " * (n // 14) + b"\nFrom: a@x.example\n\nx",
    "parameters": lambda n: b"Content-Type: text/plain" + b"; a*0=1" * (n // 7) + b"\nFrom: a@x.example\n\nx",
    "nested parts": lambda n: HEAD + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(n // 60)
    ),
    "parts": lambda n: HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * (n // 7),
    "mails in mails": lambda n: HEAD + b"Content-Type: message/rfc822\n\n" * (n // 30),
    "open tags": lambda n: HEAD + b"Content-Type: text/html\n\n" + b"<b></i>" * (n // 7),
    "comments": lambda n: HEAD + b"Content-Type: text/html\n\n" + b"<!--" * (n // 4),
    "flowed": lambda n: HEAD + b"Content-Type: text/plain; format=flowed\n\n" + b"a \n" * (n // 3),
    "a report": lambda n: HEAD
    + b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n"
    + b"Content-Type: message/delivery-status\n\n" + b"a: b\n\n" * (n // 6),
    "closings": lambda n: HEAD + b"\n" + b"Thanks,\n" * (n // 8),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_the_work_grows_as_the_mail_does(name: str) -> None:
    """Eight times the bytes are not sixty-four times the work. The best of three counts, on this process's own clock."""
    small, large = (HOSTILE[name](size) for size in (20_000, 160_000))
    assert effort(large) < 30 * max(effort(small), 0.002)


def effort(raw: bytes) -> float:
    spent = []
    for _ in range(3):
        began = time.process_time()
        read(raw, OURS)
        spent.append(time.process_time() - began)
    return min(spent)


def test_a_mail_of_ten_megabytes_is_read() -> None:
    raw = (
        HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee the pictures.\n--b\nContent-Type: image/png\n"
    )
    raw += b"Content-Disposition: attachment; filename=a.png\nContent-Transfer-Encoding: base64\n\n"
    letter = read(raw + b"QUFB" * 19 + (b"\n" + b"QUFB" * 19) * 130_000 + b"\n--b--\n", OURS)
    assert letter.fresh == "See the pictures."
    assert [(file.name, file.size > 7_000_000) for file in letter.attachments] == [("a.png", True)]
