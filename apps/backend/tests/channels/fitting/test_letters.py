"""Letters and taps: what goes with the words of an e-mail, and what one may tap on the channels of Meta."""

from html.parser import HTMLParser
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.channels.fitting import mail
from hibachi.channels.fitting.choices import quick_replies
from hibachi.channels.fitting.service import parts
from hibachi.conversations.schemas import Letter
from hibachi.customers.schemas import ChannelName


def letter(text: str, channel: ChannelName, **metadata: object) -> Letter:
    """A stored message on its way out."""
    return Letter(
        conversation_id=uuid4(),
        customer_id=uuid4(),
        channel=channel,
        text=text,
        address="x",
        pulled=False,
        channel_metadata=metadata,
        message_metadata={},
    )


class Reader(HTMLParser):
    """What a mail program shows, and which elements it finds."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self.elements: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        assert not attrs

    def handle_data(self, data: str) -> None:
        self.seen.append(data)


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=300))
def test_html_shows_the_same_words_and_no_markup_comes_alive(text: str) -> None:
    reader = Reader()
    reader.feed(mail.html(f"{text}\n\n<script>alert(1)</script>\n<b>bold</b> & co"))
    reader.close()
    assert reader.elements <= {"html", "body", "p", "br"}
    shown = "".join("".join(reader.seen).split())
    assert shown == "".join(f"{text}<script>alert(1)</script><b>bold</b> & co".split())


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("Party in May?", "Re: Party in May?"),
        ("RE: Party", "RE: Party"),
        ("two\r\nBcc: all@x.example", "Re: two Bcc: all@x.example"),
        ("", "Your message to My Hibachi Chef"),
        (None, "Your message to My Hibachi Chef"),
        (7, "Your message to My Hibachi Chef"),
    ],
)
def test_an_answer_has_the_customers_subject_on_one_line(said: object, answered: str) -> None:
    assert mail.reply_subject(said, "My Hibachi Chef") == answered


def test_an_answer_stays_in_its_thread() -> None:
    told = letter(
        "Hello,\n\nyes.", "email", subject="Hi", message_id="<b@x>", references=["<a@x>"], addressed_to="us@x"
    )
    [part] = parts(told, business="My Hibachi Chef", headers={})
    assert part.body == told.text
    assert part.envelope["in_reply_to"] == "<b@x>"
    assert part.envelope["references"] == ["<a@x>", "<b@x>"]
    assert part.envelope["sender"] == "us@x"


def test_the_way_out_is_one_click_where_we_have_an_address() -> None:
    headers = mail.unsubscribe_headers("https://x.example/u/1", "hello@x.example")
    assert headers["List-Unsubscribe"] == "<https://x.example/u/1>, <mailto:hello@x.example?subject=unsubscribe>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "List-Unsubscribe-Post" not in mail.unsubscribe_headers(None, "hello@x.example")


@pytest.mark.parametrize(
    ("text", "taps"),
    [
        ("That's 12 adults on Saturday, March 14 at 6 PM for $660. Shall I book it?", ("Yes", "No")),
        (
            "Saturday is open at 12 PM, 3 PM and 6 PM. Which do you like: 12 PM, 3 PM or 6 PM?",
            ("12 PM", "3 PM", "6 PM"),
        ),
        ("What date do you have in mind?", ()),
        ("Would you like chicken or shrimp?", ()),
        ("Shall I book it? Let me know.", ()),
        ("All done.", ()),
    ],
)
def test_taps_are_the_answers_to_the_last_question(text: str, taps: tuple[str, ...]) -> None:
    assert quick_replies(text, "facebook") == taps
    assert quick_replies(text, "sms") == ()
    assert all(tap in text or tap in ("Yes", "No") for tap in taps)


def test_more_choices_than_a_channel_has_buttons_are_none() -> None:
    text = "Which time: 12 PM, 3 PM, 6 PM or 9 PM?"
    assert quick_replies(text, "instagram") == ("12 PM", "3 PM", "6 PM", "9 PM")
    assert quick_replies(text, "whatsapp") == ()


def test_taps_go_with_the_last_part_alone() -> None:
    text = "A sentence of some length here. " * 60 + "Shall I book it?"
    fitted = parts(letter(text, "instagram"), business="", headers={})
    assert len(fitted) > 1
    assert [part.envelope.get("quick_replies") for part in fitted] == [None] * (len(fitted) - 1) + [["Yes", "No"]]
