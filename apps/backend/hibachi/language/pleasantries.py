"""Wishes and goodbyes that name a day and mean none: "happy friday!", "see you saturday", "how are you today"."""

from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY

_DAY = (
    rf"{WEEKDAY}|weekend|week|new years?|holidays?|easter|thanksgiving|(?:mother|father)'?s day"
    r"|valentine'?s(?: day)?|4th(?: of july)?|halloween|hump day"
)
_SAID = (
    (
        re.compile(
            rf"\bhappy (?:{_DAY}|to-?day)(?: (?:everyone|guys|all|y'?all|team"
            r"|to you(?: all)?))?(?=\s*(?:[!.,\n]|$))",
            re.I,
        ),
        "hello",
    ),
    (
        re.compile(
            r"^\W*(?:(?:hey+|yo+|hi+|hello)\W+)?(?:what'?s|wh?ats|wat'?s) (?:up+|good|poppin\w*|crackin\w*"
            r"|happening)(?: (?:guys|man|bro|team|everyone|y'?all|there|my \w+))?(?=\s*(?:[!.,?\n]|$))",
            re.I,
        ),
        "hello",
    ),
    (re.compile(r"\bmerry (?:christmas|xmas)(?=\s*(?:[!.,\n]|$))", re.I), "hello"),
    (
        re.compile(
            r"\b(?P<kept>how are (?:you|u|ya|y'?all|things)(?: guys| all)?(?: doing| going)?|how'?s it going"
            r"|hope (?:you|all|everyone)[\w' ]{0,20}?(?:well|good|great)) (?:today|tonight"
            r"|this (?:morning|afternoon|evening|week)|on this [\w ]{3,20}day)\b",
            re.I,
        ),
        r"\g<kept>",
    ),
    (
        re.compile(
            r"\b(?P<kept>have a (?:good|great|nice|lovely|blessed|wonderful|fun) )(?:rest of (?:your"
            rf"|the) )?(?:one|day|night|evening|weekend|week|{WEEKDAY})\b",
            re.I,
        ),
        r"\g<kept>one",
    ),
    (
        re.compile(
            r"\b(?P<kept>(?:it'?s|its|this is) me(?: again)?) from (?:yesterday|last night|earlier"
            rf"|this morning|before|last week|{WEEKDAY})\b",
            re.I,
        ),
        "hello again",
    ),
    (
        re.compile(
            r"\b(?:i|we) (?:texted|wrote|messaged|called|emailed|talked|spoke|chatted|asked|contacted) (?:to "
            r"|with )?(?:you(?: guys)? )?(?:about (?:it|this) )?(?:yesterday|last night|earlier(?: today)?"
            rf"|this morning|last week|on {WEEKDAY})\b",
            re.I,
        ),
        "i wrote before",
    ),
    (
        re.compile(
            r"^(?P<kept>\W*(?:(?:ok|okay|great|perfect|awesome|thanks|thank you|cool|yay|alright|bye"
            r"|lovely)\W+)*(?:see (?:you|u|ya)|c u|cya|talk|catch you)(?: (?:guys|all|then))?)(?: (?:on "
            rf"|this |next )?(?:{WEEKDAY}|tomorrow|soon|then|there|next week|in \w+))*(?=\W*$)",
            re.I,
        ),
        r"\g<kept>",
    ),
)


def without_wished_days(text: str) -> str:
    """The text without the days of wishes and goodbyes."""
    for pattern, kept in _SAID:
        text = pattern.sub(kept, text)
    return text
