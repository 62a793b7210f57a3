"""What a mail newly says, exactly, over the layouts of the programs that people use."""

import pytest

from hibachi.channels.mail.reading import read
from hibachi.channels.mail.schemas import OurSide
from tests.channels.mail.corpus import CORPUS

OURS = OurSide(frozenset({"hello@myhibachichef.example"}), "myhibachichef.example", frozenset({"mx.example.net"}))


@pytest.mark.parametrize("name", CORPUS)
def test_the_new_words_of_a_mail(name: str) -> None:
    raw, expected = CORPUS[name]
    assert read(raw, OURS).fresh == expected


def test_there_are_enough_mails() -> None:
    assert len(CORPUS) >= 60
