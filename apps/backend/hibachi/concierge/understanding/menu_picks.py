"""Who eats what of the included proteins, counted: "8 chicken and steak, 2 shrimp and steak, the 3 kids chicken and tofu". Pure.

It is read only where a sentence is nothing but such a list, so that no order of a portion on top and no count of guests is lost in it.
"""

from hibachi.concierge.understanding import dishes
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import GLAD, OPENERS
from hibachi.language.spans import fold
from hibachi.language.written import label
from hibachi.policies.schemas import Profile

_DISH = r"dish\d+(?:s|es)?\b"
"""A dish of the menu, by its place in the sentence."""
_ROW = rf"{_DISH}(?: ?(?:and|&|/|\+|,|with|w/|n|plus) ?(?:the )?{_DISH})*"
_PEOPLE = (
    r"(?:adults?|grown[- ]?ups?|kids?|child(?:ren)?|boys|girls|toddlers?|guests?|people|ppl|of (?:us|them)|of (?:the|our) "
    r"(?:adults|kids|guests)|others?|more|orders?|plates?|x)"
)
_ALL = r"(?:every ?(?:one|body)|all(?: of us)?|we all|us all|the (?:rest|others|adults|kids|children|boys|girls)|adults|kids|children|both kids)"
_TAKE = r"(?:(?: ?[:=–-]| will| would)? ?(?:get|gets|want|wants|have|has|take|takes|eat|eats|with|do|like|for|on)?(?: (?:just|only))?)"
_COUNTED = rf"(?:the |our |for )?(?P<n>{NUMBER})(?: ?{_PEOPLE})?"
_GROUP = re.compile(
    rf"(?:(?:{_COUNTED}|(?:for )?(?P<all>{_ALL})){_TAKE} ?(?P<row>{_ROW})"
    rf"|(?P<row2>{_ROW})(?: ?(?:for|x|:|-|\() ?)(?:(?:the |our )?(?P<n2>{NUMBER})(?: ?{_PEOPLE})?|(?P<all2>{_ALL}))\)?)"
)
_BETWEEN = re.compile(r"(?: please| pls)? ?(?:[,;.&+]|\band\b|\bplus\b|\bthen\b)+ ?(?:and |then |also )?")
_NOTE = (
    r"(?:(?:can|could|may) (?:we|i) (?:please )?(?:get|have|do)"
    r"|(?:(?:can|could|would|will) (?:you|u) )?(?:please |pls |just |also )*(?:note|save|put|write|mark|record|jot)"
    r"(?: (?:us|it|that|this))?(?: down)?(?: (?:for|as|that))?)"
)
_CUE = re.compile(rf"\b(?:{_NOTE}|for the (?:chef|menu|food|proteins)|choices?|picks?|proteins?|menu|selections?)\b")
_LEAD = re.compile(
    rf"^\W*(?:(?:{OPENERS}|{GLAD}|yes|yeah|no|right|fine|please|pls|change of plans?|actually|sorry|update|final(?:ly)?|instead|{_NOTE}|here (?:they are|it is|you go|are (?:our|the) \w+)"
    r"|(?:for )?(?:the|our|my) (?:menu|protein|food|dinner)? ?(?:choices|picks|selections|proteins|order)(?: are| is| would be)?"
    r"|for the (?:chef|menu|food|proteins)|(?:we|i|they)(?:'d| would|'ll| will)? (?:like|want|have|take|do|need|go with|chose|picked)"
    r"|it'?s|that'?s|make it|go with|let'?s do|proteins|menu|food)\b[\s,.:;!–-]*)*"
)
_TAIL = re.compile(
    r"(?:[\s,]*\b(?:please|pls|thanks|thank you|thx|then|ok(?:ay)?|for (?:my|our|the) (?:party|booking|event|guests)"
    r"|(?:on|to) (?:my|our|the) booking|for the chef|if possible|instead))*\W*$"
)
_PREFACE = re.compile(rf"^(?!\W*(?:{_ALL}|[^:]*\b{_PEOPLE}) ?:)(?:(?!dish\d)[^\d:]){{0,60}}: ?")


def read(sentence: str, profile: Profile) -> str | None:
    """The list in our own words, by the names of the dishes; None where a sentence is none.

    A group that takes a dish which costs more is an order: it is left to those who show what it costs.
    """
    named = dishes.named(sentence, profile)
    keys = [str(key) for _, key in named]
    if not set(keys) & set(profile.menu.included_proteins) or set(keys) & set(profile.menu.addons_each):
        return None
    marked, folded = "", fold(sentence)
    at = 0
    for number, (span, _) in enumerate(named):
        marked += f"{folded[at : span.start]}dish{number}"
        at = span.end
    marked = _PREFACE.sub("", marked + folded[at:])
    asked = "?" in marked and not re.search(rf"\b{_NOTE}", marked)
    groups = None if asked else _groups(_TAIL.sub("", _LEAD.sub("", marked)))
    if groups is None or not (len(groups) > 1 or len(keys) > 1 or _CUE.search(folded)):
        return None
    free = [group for group in groups if all(key in profile.menu.included_proteins for key in _dishes(group, keys))]
    return ", ".join(_said(group, keys) for group in free) or None


def costs(sentence: str, profile: Profile) -> bool:
    """Whether a list of who eats what holds a dish that costs more."""
    return any(key in profile.menu.upgrades_per_person for _, key in dishes.named(sentence, profile))


def _dishes(group: re.Match[str], keys: list[str]) -> list[str]:
    return [keys[int(one)] for one in re.findall(r"dish(\d+)", group["row"] or group["row2"])]


def _groups(marked: str) -> list[re.Match[str]] | None:
    """The groups of a list that holds nothing else, each with its number or for all."""
    found, at = [], 0
    while at < len(marked):
        group = _GROUP.match(marked, at)
        if group is None:
            return None
        found.append(group)
        at = group.end()
        if at < len(marked):
            between = _BETWEEN.match(marked, at)
            if between is None:
                return None
            at = between.end()
    return found or None


def _said(group: re.Match[str], keys: list[str]) -> str:
    """One group as a note: "8 chicken with NY strip steak", "3 kids chicken with tofu"."""
    food = " with ".join(label(key) for key in _dishes(group, keys))
    who = group["all"] or group["all2"]
    if who:
        return f"{food} for {'everyone' if who.startswith(('every', 'all', 'we', 'us')) else who}"
    number = to_int(group["n"] or group["n2"])
    kids = re.search(r"\b(?:kids?|child(?:ren)?|boys|girls|toddlers?)\b", group.group())
    return f"{number} {kids.group() + ' ' if kids else ''}{food}"
