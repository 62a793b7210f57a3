"""Finds how many of what: "lobster tail for 6 of us", "10 portions of yakisoba noodles", "drop the gyoza"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from hibachi.kit import lazy_re as re
from hibachi.language.item_words import AND_WITH, LINK_WORDS, STOP_WORDS
from hibachi.language.numbers import NUMBER, settled, to_int
from hibachi.language.spans import Quiet, Span

Mode = Literal["set", "add", "remove", "extra", "mention"]
Share = Literal["all", "half", "rest"]

_ALL = r"(?:every ?(?:one|body|1)(?:'s|s)?|(?:each and )?every (?:single )?(?:person|one(?: of us)?|guest|adult|body|soul|plate|seat)|all(?: of (?:us|them|the (?:adults|guests|people)))?|we all|they all|each(?: (?:of us|person|guest|adult))?|the whole (?:party|group)|all (?:guests|adults|people|the adults|the guests)|\d+ each)"
_WHOM = r"(?:us|them|(?:the|our|my) (?:adults|guests|group|people|party|crowd|crew|table))"
_HALF = rf"(?:half(?! (?:an? )?dozen)(?: (?:of )?{_WHOM})?)"
_PART = rf"(?:(?:an?|one|two|three) (?:thirds?|quarters?|fifths?)(?! (?:proteins?|one|option|portion))(?: (?:of )?{_WHOM})?)"
_BUT = rf"(?:,? (?:except|but|minus|besides|apart from|other than|save)(?: for)? (?:for )?(?P<but>{NUMBER})(?: (?:of (?:us|them)|vegetarians?|vegans?|veggies|guests?|people|persons?|kids?|children|adults?|ladies|guys|friends))?)"
_REST = r"(?:(?<!\d )(?<!one )(?<!two )(?<!three )(?<!four )(?<!five )(?<!six )(?:the )?(?:rest|others|remaining|remainder|everyone else|everybody else)(?: of (?:us|them|the (?:adults|guests|group)))?)"
_QUANTITY = re.compile(
    rf"(?:(?P<rest>{_REST})|(?P<half>{_HALF})|(?P<part>{_PART})|(?P<all>{_ALL}){_BUT}?|(?P<n>(?:an? )?couple(?: of)?|{NUMBER})(?P<apiece>(?: (?:orders?|portions?|sides?|servings?|plates?))? (?:each(?= of)|of each(?: of)?))?)(?: ?x\b|\b)"
)
_REMOVE = re.compile(
    r"\b(?:drop(?:ping)?|remove|removing|without|skip(?:ping)?|cancel|take (?:off|out|away)|minus|forget(?: about)?|scratch|lose|leave out|leave off|no more|don'?t (?:want|need)|do not (?:want|need)|nix|cut|delete|hold|no|not|nobody (?:wants|gets)|none of (?:us|them) (?:wants?|gets?)|instead of|rather than|get rid of|ditch|never ?mind)(?: (?:the|any|those|that|my|our|all|about|on|all the|of|with))*(?: \d{1,3})?(?: (?:orders?|portions?) of)?(?: extra)? ?$"
)
_ADD = re.compile(
    r"\b(?:add(?:ing)?|plus|also|another|more|additional|in addition|on top of that|throw in|toss in|tack on|as well)\b|(?<!\w)\+ ?$"
)
_MORE = re.compile(r"\b(?:more|another|additional)\b")
_EXTRA = re.compile(
    r"\b(?:(?:third|3rd|fourth|4th|extra|additional|another|more|3|three)(?: [a-z]+)? proteins?|(?:as|for) (?:an? |their |the )?(?:third|3rd|extra|additional)|(?:on top of|in addition to|additional(?:ly)? to|added to|besides?|as well as|along with|together with|plus|beyond|over and above) (?:the|their|our|his|her|your|those) (?:(?:normal|usual|regular|included|standard|two|2|both|other|own|basic) )*(?:proteins?|two|2|usual|regular|normal|included)\b|third one|3rd one)\b"
)
_EXTRA_BEFORE = re.compile(
    r"\b(?:extra|third|3rd) $|\b(?:extra|additional) (?:orders?|portions?|servings?|helpings?) of $"
)
_PROTEIN_ONLY = re.compile(
    r"\b(?:(?P<article>an? )?(?:third|3rd|extra|additional|another) (?:portions? of )?proteins?)\b"
    r"|\b(?:three|3) proteins?(?: each)?,? (?:instead of|rather than|not) (?:just |only |the )?(?:two|2)\b"
)
_NONE = re.compile(
    r"\b(?:no|without(?: any)?|zero|not? any|don'?t (?:want|need)(?: any)?|do not (?:want|need)(?: any)?|skip(?: (?:the|all|any))?|nothing|none of the|no need for(?: any)?|drop (?:all|the)|remove (?:all|the)|not interested in(?: any)?) ?(?:the |other |more |further |of the |special |such )*(?:extras?|upgrades?|upgrading|add[- ]?ons?|addons?|adds|sides?|additions|additional items|extra stuff|bells and whistles|frills)\b(?! (?:for|to) the kids)"
    r"|\bnothing (?:extra|else|more|on top|fancy|special)\b|\bjust (?:the )?(?:basic|basics|standard|regular|normal|included|base)(?: (?:menu|package|stuff|proteins|one|food|meal))?\b|\bkeep it (?:simple|basic|standard)\b|\bno upgrades\b|\b(?:upgrades?|extras?|add[- ]?ons?)\s?(?::|-) ?(?:none|no|0)\b"
)
_NOTHING_ELSE = re.compile(
    r"\b(?:nothing|not anything) (?:else|more|further|on top)\b|\bthat(?:'?s| is| will be|'?ll be) (?:it|all)\b|\bno other (?:extras|upgrades|add-?ons)\b|\bjust (?:that|those|the \d+)\b"
)
_FOR_AFTER = re.compile(
    rf"^(?: (?:upgrades?|orders?|portions?|tails?|protein|option|dinner|please|pls|only|just))?(?: (?:for|x|times|by))(?: (?:just|only|about|like|maybe|all(?= \d)|those|these))? (?:(?P<rest>{_REST})|(?P<half>{_HALF})|(?P<part>{_PART})|(?P<all>{_ALL}){_BUT}?|(?P<n>{NUMBER}))\b(?P<who> ?(?:of (?:us|them|the (?:adults|guests|people))|adults?|people|ppl|guests?|persons?|kids?|children|orders?|portions?))?(?![\w:/]|[.,]\d| ?(?:am|pm|o'?clock|dollars|bucks))"
)
_COUNT_AFTER = re.compile(
    rf"^ ?(?:(?:\(|:|=|-|x|\*|\u00d7) ?)(?:x ?)?(?P<n>{NUMBER})(?:x\b|\b)(?:\))?(?![\w:/]|[.,]\d| ?(?:am|pm))|^,? (?P<n3>{NUMBER}) (?:orders?|portions?|pieces?|servings?|plates?|sides?)\b|^(?: instead| please| pls| then| too)?, (?:like |maybe |about |say )?(?P<n4>{NUMBER})(?=\s*(?:$|[.;!?]|please|pls|of (?:them|those|it)|then\b))|^:?,? (?P<n5>{NUMBER})(?= of (?:them|us|those|the (?:adults|guests|people|guys|girls))\b)|^ (?P<n2>\d{{1,3}})(?=\s*(?:$|[,;.]|and\b|\+|&))(?![.,]\d)"
)
_SUMMED = re.compile(
    rf"^[^.;!?\n]{{0,60}}?\b(?:so|that'?s|thats|makes|which is|meaning|being|=)(?: (?:that'?s|thats|makes|it'?s|be|a total of|is|like|just))* (?P<n>{NUMBER})(?: (?:of (?:them|those|it|us)|total|in (?:all|total)|lobsters?|tails?|filets?|orders?|portions?|upgrades?))?(?= ?(?:$|[.,;!?]|of (?:them|us|those)|put|please|pls|total|in|altogether))"
)
_EACH_OF = re.compile(
    rf"\b(?P<n>{NUMBER})(?: (?:orders?|portions?|sides?|servings?|plates?))? (?:each of|of each(?: of)?):? [a-z ,&]{{2,80}}(?:,|\band|&) ?(?:the |an? )?$"
)
_PER = re.compile(
    rf"^ ?(?:per|for (?:every|each)|every|each) (?P<per>{NUMBER})? ?(?:people|ppl|persons?|guests?|heads?|of us|adults?)\b"
)
_TO_NUMBER = re.compile(rf"^ (?:to|down to|up to) (?P<n>{NUMBER})(?![\w:/]|[.,]\d)")
_PROTEIN_SAID = re.compile(
    r"\b(?:proteins?|third one|3rd one|upgrades?|add-?ons?) ?$"
)  # "a 3rd protein (more steak)" goes on
_ENDS_CLAUSE, _PARTS = re.compile(r"[.;!?\n()]"), {"third": 3, "quarter": 4, "fifth": 5}
_ASKED = re.compile(
    r"\b(?:how much|what(?:'s| is| does| would)|price (?:of|for)|cost(?:s)? (?:of|for)?|do you (?:have|do|offer|serve)|is (?:there|the)|are (?:there|the)|can (?:you|we|i) (?:get|have|do)|does it|tell me about|whats)\b[^.!?]{0,40}$"
)
_MOST, _REACH = 60, 160  # items read of one text; how far before an item its quantity may stand
_WORD = re.compile(r"'?[a-z0-9]+(?:'[a-z]+)?|[+&,:/-]")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names of items, compiled once; build with lexicon_of()."""

    keys: Mapping[str, str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ItemMention:
    """One item as it was said. key None: a further protein whose kind was not named.

    quantity: how many portions or guests; share instead, when "everyone", "half" or "the rest" was said; both None when
    no number was said. mode "extra": beyond what is included ("a third protein"); "add": so many more than before;
    "mention": named without a wish (a question). part: so many for every so many guests ("a third of us" is (1, 3), "one per
    two people" (1, 2)); but: how many of "all" do not ("everyone except two"). span is the item with its quantity, name_span the item alone.
    """

    key: str | None
    quantity: int | None
    share: Share | None
    mode: Mode
    span: Span
    name_span: Span
    part: tuple[int, int] | None = None
    but: int = 0


@dataclass(frozen=True, slots=True)
class Items:
    """none_at_all: no extras or upgrades are wanted; nothing_else: none beyond those in mentions."""

    mentions: tuple[ItemMention, ...]
    none_at_all: bool
    nothing_else: bool

    @property
    def spans(self) -> tuple[Span, ...]:
        """What must not be read as a number of guests."""
        return tuple(mention.span for mention in self.mentions)


def lexicon_of(aliases: Mapping[str, Iterable[str]]) -> Lexicon:
    """A lexicon from key -> names ("lobster_tail": ["lobster tail", "lobster"]); plurals and one missed letter are understood."""
    keys: dict[str, str] = {}
    for key, names in aliases.items():
        for name in (key.replace("_", " "), *names):
            for form in _forms(name.lower().strip()):
                keys.setdefault(form, key)
    alternatives = "|".join(re.escape(name).replace(r"\ ", r"[ -]") for name in sorted(keys, key=len, reverse=True))
    return Lexicon(keys, re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w])" if keys else r"(?!)"))


def find_items(text: str, lexicon: Lexicon) -> Items:
    """Every item named in the text with its quantity and what is to happen to it."""
    clean = settled(text)
    reader = _Reader(clean, lexicon)
    mentions = reader.mentions()
    wanted = [mention for mention in mentions if mention.mode in ("set", "add", "extra")]
    none = bool(_NONE.search(clean.text))
    nothing_else = none or bool(_NOTHING_ELSE.search(clean.text))
    return Items(tuple(mentions), none and not wanted, nothing_else)


class _Reader:
    def __init__(self, clean: Quiet, lexicon: Lexicon) -> None:
        self.clean = clean
        self.text = clean.text
        self.lexicon = lexicon
        self.names = list(lexicon.pattern.finditer(self.text)) + self._misspelt()
        self.names = sorted(self.names, key=lambda match: match.start())[:_MOST]

    def mentions(self) -> list[ItemMention]:
        found: list[ItemMention] = []
        used = 0
        for at, name in enumerate(self.names):
            limit = self.names[at + 1].start() if at + 1 < len(self.names) else len(self.text)
            mention, used = self._mention(name, used, limit, found)
            found.append(mention)
        return found + self._unnamed(found)

    def _mention(
        self, name: re.Match[str], used: int, limit: int, found: Sequence[ItemMention]
    ) -> tuple[ItemMention, int]:
        key = (
            self.lexicon.keys[_key(name.group())]
            if _key(name.group()) in self.lexicon.keys
            else _nearest(name.group(), self.lexicon)
        )
        removed = _REMOVE.search(self._clause_before(name.start(), used))
        after = self._after(name.end(), limit)
        before = None if after and after[3] else self._before(name.start(), used)
        start, quantity, share, end = name.start(), None, None, name.end()
        if before:
            start, quantity, share = before[0], before[1], before[2]
        elif after:
            quantity, share, end = after[0], after[1], after[2]
        elif summed := self._summed(name.end(), limit):
            quantity, end = summed
        else:
            quantity, share = self._joint(name.start(), found)
        if removed:
            start = min(start, removed.start() + self._clause_start(name.start(), used))
        mode = self._mode(name, start, end, limit, bool(removed), quantity is not None or share is not None, used)
        part, but = self._part(start, name, end)
        share = None if part else share
        mention = ItemMention(
            key, None if part else quantity, share, mode, self.clean.span(start, end), self.clean.of(name), part, but
        )
        return mention, max(end, name.end())

    def _part(self, start: int, name: re.Match[str], end: int) -> tuple[tuple[int, int] | None, int]:
        """A fraction of the guests, so many for every so many of them, and those who are left out of "everyone"."""
        before, after = self.text[start : name.start()], self.text[name.end() : name.end() + _REACH]
        if per := _PER.match(after):
            said = _QUANTITY.match(before)
            return ((to_int(said["n"]) if said and said["n"] else 1) or 1, to_int(per["per"] or "one") or 1), 0
        for match in (_QUANTITY.match(before), _FOR_AFTER.match(after) if end > name.end() else None):
            if match and match["part"]:
                times, of = match["part"].split()[:2]
                return (to_int(times) or 1, _PARTS[of.rstrip("s")]), 0
            if match and match["all"]:
                return None, to_int(match["but"] or "") or 0
        return None, 0

    def _summed(self, end: int, limit: int) -> tuple[int, int] | None:
        """ "For my parents and my in-laws, so that's four": the number that those named come to."""
        match = _SUMMED.search(self.text[end : min(limit, end + _REACH)])
        number = to_int(match["n"]) if match else None
        return (number, end + match.end()) if match and number else None

    def _clause_start(self, end: int, used: int) -> int:
        used = max(used, end - _REACH)
        marks = _ENDS_CLAUSE.finditer(self.text, used, end)
        ends = [
            one.end()
            for one in marks
            if not (one.group() == "(" and _PROTEIN_SAID.search(self.clean.before(one.start())))
        ]
        return ends[-1] if ends else used

    def _clause_before(self, end: int, used: int) -> str:
        return self.text[self._clause_start(end, used) : end]

    def _before(self, end: int, used: int) -> tuple[int, int | None, Share | None] | None:
        """The nearest quantity before the item with nothing but linking words between: "six adults would upgrade to"."""
        start = self._clause_start(end, used)
        options = [
            match
            for match in _QUANTITY.finditer(self.text, start, end)
            if match.start() == start or not self.text[match.start() - 1].isalnum()
        ]
        for match in reversed(options):
            between = self.text[match.end() : end]
            if not self._links(between):
                return None
            if re.search(r"[\d$:/.#-]$", self.clean.before(match.start(), 2)) or re.match(
                r"(?:[:/.]\d| ?(?:am|pm)\b|,\d)", self.clean.after(match.end())
            ):
                return None
            if match["n"] and re.match(r" (?:proteins?|3rd|third)\b", self.clean.after(match.end())):
                continue
            quantity, share = _amount(match)
            if quantity is None and share is None:
                continue
            return match.start(), quantity, share
        return None

    def _links(self, between: str) -> bool:
        words = _WORD.findall(between)
        if any(word in STOP_WORDS for word in words):
            return False
        for at, word in enumerate(words):
            if word == "," and at and words[at - 1] in ("protein", "proteins"):
                continue
            if word not in LINK_WORDS and word not in ("-", "/"):
                return False
        return True

    def _after(self, end: int, limit: int) -> tuple[int | None, Share | None, int, bool] | None:
        """A quantity behind the item: "for 6 of us", "x 3", "(2)"; the last value says that it outranks one before."""
        rest = self.text[end : min(limit, end + _REACH)]
        if match := _FOR_AFTER.match(rest):
            if (
                match["n"]
                and not match["who"]
                and re.match(r" ?(?:on|in|at|tomorrow|this|next)\b", rest[match.end() :])
            ):
                return None
            quantity, share = _amount(match)
            return (
                quantity,
                share,
                end + match.end(),
                " x " in match.group() or match["who"] is not None or share is not None,
            )
        if match := _COUNT_AFTER.match(rest):
            number = to_int(match["n"] or match["n2"] or match["n3"] or match["n4"] or match["n5"])
            times = match["n"] is not None and "x" in match.group()
            return (number, None, end + match.end(), times) if number is not None and number < 500 else None
        if match := _TO_NUMBER.match(rest):
            return to_int(match["n"]), None, end + match.end(), True
        return None

    def _joint(self, start: int, found: Sequence[ItemMention]) -> tuple[int | None, Share | None]:
        """ "chicken and shrimp for everybody": the share of the item after it; "two each of edamame and gyoza": the number."""
        listed = _EACH_OF.search(self.text[max(0, start - _REACH) : start])
        if listed and found and found[-1].quantity == to_int(listed["n"]):
            return found[-1].quantity, None
        told = bool(found) and found[-1].mode in ("set", "add") and bool(found[-1].quantity or found[-1].share)
        if told and AND_WITH.fullmatch(self.text[found[-1].name_span.end : start]):
            return found[-1].quantity, found[-1].share  # "12 adults with lobster and with noodles"
        match = re.match(rf"[^.;!?\n]{{0,60}}? (?:for|to) (?:{_ALL})\b", self.text[start : start + 120])
        return (None, "all") if match else (None, None)

    def _mode(
        self, name: re.Match[str], start: int, end: int, limit: int, removed: bool, counted: bool, used: int
    ) -> Mode:
        if removed:
            return "remove"
        clause_end = (
            next((match.start() for match in re.finditer(r"[.;!?\n]", self.text[end : end + _REACH])), _REACH) + end
        )
        around = self.text[self._clause_start(name.start(), used) : min(clause_end, max(limit, end))]
        if _EXTRA.search(around) or _EXTRA_BEFORE.search(self.clean.before(name.start())):
            return "extra"
        lead = (
            self.text[max(used, start - 14, self._clause_start(start, used)) : name.start()]
            if counted
            else self.clean.before(name.start(), 26)
        )
        if _MORE.search(self.text[start : name.start()]):
            return "add"
        if _ADD.search(lead):
            return "add"
        if not counted and _ASKED.search(self._clause_before(start, used)):
            return "mention"
        wish = re.search(
            r"\b(?:want|like|take|get|have|add|upgrade|do|order|with|need|prefer|please|pls|make|include|for all)\b|'d\b",
            around,
        )
        return "set" if counted or wish else "mention"

    def _unnamed(self, found: Sequence[ItemMention]) -> list[ItemMention]:
        """ "five of them want a third protein", no kind named."""
        extra: list[ItemMention] = []
        for match in _PROTEIN_ONLY.finditer(self.text):
            span = self.clean.of(match)
            clause = re.split(r"[.;!?\n]", self.text[match.start() : match.start() + _REACH])[0]
            named = any(
                item.mode == "extra" and abs(item.name_span.start - span.start) <= len(clause) + 40 for item in found
            )
            before = self._before(match.start(), 0)
            if not named:
                start = before[0] if before else match.start()
                extra.append(
                    ItemMention(
                        None,
                        before[1] if before else None,
                        before[2] if before else None,
                        "extra" if before else "mention",
                        self.clean.span(start, match.end()),
                        span,
                    )
                )
        return extra

    def _misspelt(self) -> list[re.Match[str]]:
        """Words one letter away from a long name ("scalops", "edamamme")."""
        taken = [match.span() for match in self.lexicon.pattern.finditer(self.text)]
        found = []
        for match in re.finditer(r"[a-z]{5,14}", self.text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if _nearest(match.group(), self.lexicon) is not None:
                found.append(match)
        return found


def _amount(match: re.Match[str]) -> tuple[int | None, Share | None]:
    if match["rest"]:
        return None, "rest"
    if match["half"]:
        return None, "half"
    if match["all"] or match["part"]:
        return None, "all"
    said = match["n"]
    return (2, None) if "couple" in said and "dozen" not in said else (to_int(said), None)


def _forms(name: str) -> list[str]:
    """Singular and plural of a name."""
    if name.endswith("s"):
        return [name, name[:-1]] if len(name) > 4 and not name.endswith("ss") else [name]
    return [name, f"{name}es" if name.endswith(("sh", "ch", "o")) else f"{name}s"]


def _key(said: str) -> str:
    return said.replace("-", " ")


_EDGES: dict[int, dict[str, str]] = {}


def _nearest(word: str, lexicon: Lexicon) -> str | None:
    """The key of a name of six letters or more that differs from the word by one letter, none where two do."""
    table = _EDGES.get(id(lexicon.keys))
    if table is None:
        table = {}
        for name, key in lexicon.keys.items():
            if len(name) >= 6 and " " not in name:
                for at in range(len(name)):
                    table[name[:at] + name[at + 1 :]] = key
        _EDGES[id(lexicon.keys)] = table
    if word in _PLAIN_WORDS or word in table:
        return None if word in _PLAIN_WORDS else table[word]
    cuts = {table.get(word[:at] + word[at + 1 :]) for at in range(len(word) - 1)} | {
        lexicon.keys.get(word[:at] + word[at + 1 :]) if len(word) > 6 and word[:-1] not in lexicon.keys else None
        for at in range(len(word))
    }
    keys = {key for key in cuts if key}
    return keys.pop() if len(keys) == 1 else None


_PLAIN_WORDS = frozenset("almost alone files stead stake snacks shaken chickens lobby season along simple choose moods noodle please".split())  # fmt: skip
