"""What the business says of its visitors' data: sections in its own words, with the facts in force filled in."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import AfterValidator, Field

from hibachi.kit import lazy_re as re
from hibachi.policies.fields import Part, Text

PLACEHOLDERS = (
    "business",
    "place",
    "phone",
    "email",
    "website",
    "parties_for",
    "words_for",
    "recording_notice",
    "payment_methods",
    "quiet_from",
    "quiet_to",
)
"""What may stand in braces in a section."""
YEAR_DAYS = 365.25
_BRACES = re.compile(r"\{([^{}]*)\}")


def _known_placeholders(text: str) -> str:
    unknown = sorted(set(_BRACES.findall(text)) - set(PLACEHOLDERS))
    if unknown or set("{}") & set(_BRACES.sub("", text)):
        raise ValueError(f"what is filled in is one of {', '.join(f'{{{name}}}' for name in PLACEHOLDERS)}")
    return text


class PrivacySection(Part):
    """A heading and what stands below it; an empty line begins a paragraph."""

    title: Annotated[Text, Field(max_length=120)]
    text: Annotated[Text, AfterValidator(_known_placeholders)]


class PrivacyPolicy(Part):
    """The sections of the privacy page, in their order."""

    sections: Annotated[tuple[PrivacySection, ...], Field(min_length=1, max_length=40)]


@cache
def as_shipped() -> PrivacyPolicy:
    """What an owner who wrote no sections has: those of the shipped profile."""
    shipped = yaml.safe_load(Path(__file__).with_name("default_profile.yaml").read_text(encoding="utf-8"))
    return PrivacyPolicy.model_validate(shipped["privacy"])


def filled(text: str, facts: Mapping[str, Any]) -> str:
    """A section's text with the facts in the place of its braces. facts: one for each of PLACEHOLDERS."""
    return _BRACES.sub(lambda found: str(facts[found[1]]), text)


def lasting(days: int) -> str:
    """1826 → "5 years", 30 → "30 days": whole years where the days are some."""
    years = round(days / YEAR_DAYS)
    if years and abs(days - years * YEAR_DAYS) < 1:
        return "1 year" if years == 1 else f"{years} years"
    return "1 day" if days == 1 else f"{days} days"
