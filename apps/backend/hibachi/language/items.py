"""Finds how many of what: "lobster tail for 6 of us", "10 portions of yakisoba noodles", "drop the gyoza"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from hibachi.kit import lazy_re as re
from hibachi.language import item_fewer, item_wishes
from hibachi.language import item_words as say
from hibachi.language.item_amounts import Amount, Share, amount_of, less
from hibachi.language.item_slips import nearest
from hibachi.language.numbers import settled, to_int
from hibachi.language.spans import Quiet, Span

Mode = Literal["set", "add", "remove", "extra", "mention"]


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
    two people" (1, 2)); but: how many of "all" do not ("everyone except two"); among: how many they are among of whom so many
    do ("5 of the 12 adults" is 12). span is the item with its quantity, name_span the item alone.
    """

    key: str | None
    quantity: int | None
    share: Share | None
    mode: Mode
    span: Span
    name_span: Span
    part: tuple[int, int] | None = None
    but: int = 0
    among: int | None = None


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
    none = bool(say.NONE.search(clean.text))
    nothing_else = none or bool(say.NOTHING_ELSE.search(clean.text))
    return Items(tuple(mentions), none and not wanted, nothing_else)


class _Reader:
    def __init__(self, clean: Quiet, lexicon: Lexicon) -> None:
        self.clean = clean
        self.text = say.KEEPING.sub(say.kept, clean.text)
        self.lexicon = lexicon
        self.names = list(lexicon.pattern.finditer(self.text)) + self._misspelt()
        self.names = sorted(self.names, key=lambda match: match.start())[: say.MOST]

    def mentions(self) -> list[ItemMention]:
        found: list[ItemMention] = []
        used = 0
        for at, name in enumerate(self.names):
            limit = self.names[at + 1].start() if at + 1 < len(self.names) else len(self.text)
            mention, used = self._mention(name, used, limit, found)
            found.append(mention)
        found = item_wishes.rows_of_extras(self.text, self.names, found)
        return found + self._unnamed(found)

    def _mention(
        self, name: re.Match[str], used: int, limit: int, found: Sequence[ItemMention]
    ) -> tuple[ItemMention, int]:
        key = (
            self.lexicon.keys[_key(name.group())]
            if _key(name.group()) in self.lexicon.keys
            else nearest(name.group(), self.lexicon.keys)
        )
        if gone := self._gone(key, name, used, found):
            return gone
        removed = say.REMOVE.search(self._clause_before(name.start(), used))
        start, amount, end = self._told(name, used, limit, found)
        if removed:
            start = min(start, removed.start() + self._clause_start(name.start(), used))
        mode = self._mode(name, start, end, limit, bool(removed), amount.told, used)
        mention = ItemMention(
            key, amount.quantity, amount.share, mode, self.clean.span(start, end), self.clean.of(name), amount.part,
            amount.but, amount.among,
        )  # fmt: skip
        return mention, max(end, name.end())

    def _gone(
        self, key: str | None, name: re.Match[str], used: int, found: Sequence[ItemMention]
    ) -> tuple[ItemMention, int] | None:
        """Some of an item go and the others stay, or it goes as the one before does ("scratch the gyoza and the edamame")."""
        start, after = self._clause_start(name.start(), used), self.clean.after(name.end())
        counted = self._before(name.start(), used)
        fewer = item_fewer.so_many(self.text[start : name.start()], after, counted[1].quantity if counted else None)
        if fewer is not None:
            number, at, length = fewer
            begin, end = (start + at if at else counted[0] if counted else start), name.end() + length
            return ItemMention(key, number, None, "remove", self.clean.span(begin, end), self.clean.of(name)), end
        if item_fewer.taken_off(self.text[start : name.start()], after):
            return ItemMention(key, None, None, "remove", self.clean.of(name), self.clean.of(name)), name.end()
        before = found[-1] if found else None
        if (
            before is None
            or before.mode != "remove"
            or before.quantity is not None
            or self._after(name.end(), len(self.text))
        ):
            return None
        if not item_fewer.goes_too(self.text[self.names[len(found) - 1].end() : name.start()], after):
            return None
        return ItemMention(key, None, None, "remove", self.clean.of(name), self.clean.of(name)), name.end()

    def _told(
        self, name: re.Match[str], used: int, limit: int, found: Sequence[ItemMention]
    ) -> tuple[int, Amount, int]:
        """The amount of one item, and where the words that tell it begin and end."""
        start, end = name.start(), name.end()
        after = self._after(end, limit)
        before = None if after and after[2] else self._before(start, used)
        if before and after and after[0].quantity and say.GUESTS_WITH.search(self.text[before[0] : start]):
            before = None  # "12 adults with lobster for 3"
        if before and before[1].quantity == 1 and say.EACH_AFTER.match(self.text, end):
            before = self._before(before[0], used)  # "3 of us want one lobster each"
        if before:
            start, amount = before
        elif after:
            amount, end = after[0], after[1]
        elif (more := say.ONE_MORE.search(self._clause_before(start, used))) and not say.EACH_AFTER.match(
            self.text, end
        ):
            start, amount = start - len(more.group()), Amount(1)
        else:
            amount = self._joint(start, found)
        if not before and (amount.alone or not amount.told) and (summed := self._summed(name.end(), limit)):
            amount, end = Amount(summed[0]), summed[1]
        if per := say.PER.match(self.text[name.end() : name.end() + say.REACH]):
            amount = Amount(part=(amount.quantity or 1, to_int(per["per"] or "one") or 1))
        if amount.share == "all" and not amount.but and (out := say.BUT_AFTER.match(self.text[end : end + say.REACH])):
            amount, end = less(amount, out), end + out.end()
        return start, amount, end

    def _summed(self, end: int, limit: int) -> tuple[int, int] | None:
        """ "For my parents and my in-laws, so that's four": the number that those named come to."""
        match = say.SUMMED.search(self.text[end : min(limit, end + say.REACH)])
        number = to_int(match["n"]) if match else None
        return (number, end + match.end()) if match and number else None

    def _clause_start(self, end: int, used: int) -> int:
        used = max(used, end - say.REACH)
        marks = say.ENDS_CLAUSE.finditer(self.text, used, end)
        ends = [
            one.end()
            for one in marks
            if not (one.group() == "(" and say.PROTEIN_SAID.search(self.clean.before(one.start())))
            and not say.ALL_ALIKE.search(self.text[max(used, one.start() - 24) : one.end() + 24])
        ]
        return ends[-1] if ends else used

    def _clause_before(self, end: int, used: int) -> str:
        return self.text[self._clause_start(end, used) : end]

    def _before(self, end: int, used: int) -> tuple[int, Amount] | None:
        """The nearest quantity before the item with nothing but linking words between: "six adults would upgrade to"."""
        start = self._clause_start(end, used)
        options = [
            match
            for match in say.QUANTITY.finditer(self.text, start, end)
            if match.start() == start or not self.text[match.start() - 1].isalnum()
        ]
        for match in reversed(options):
            if say.OF_A_MONTH.search(self.clean.before(match.start(), say.MONTH_LETTERS)):
                return None
            between = say.bare(self.text[match.end() : end])
            if not self._links(between):
                return None
            if re.search(r"[\d$:/.#-]$", self.clean.before(match.start(), 2)) or re.match(
                r"(?:[:/.]\d| ?(?:am|pm)\b|,\d)", self.clean.after(match.end())
            ):
                return None
            if match["n"] and say.OF_PROTEINS.match(self.clean.after(match.end())):
                continue
            if match["n"] and re.fullmatch(r"\d{5}", match["n"].strip()):
                return None  # a ZIP: "12 adults 94536 lobster for 6"
            if match["all"] == "each" and say.SO_MANY_BEFORE.search(self.text[start : match.start()]):
                continue
            if match["who"] and not self._asks_for(match, between):
                return None
            amount = amount_of(match)
            if amount.told:
                return match.start(), amount
        return self._group_before(start, end)

    def _asks_for(self, match: re.Match[str], between: str) -> bool:
        """Whether people told one by one ask for what follows: "my wife wants", not "dinner for my wife with"."""
        owned = re.search(r"\b(?:for|of|with|from|by|at) $", self.clean.before(match.start()))
        would = re.search(r"\bwould |'d ", between)
        return bool(say.ASKS_FOR.search(between)) and not owned and (bool(would) or not say.LIKES.search(between))

    def _group_before(self, start: int, end: int) -> tuple[int, Amount] | None:
        """ "The guys (4) want": the number of a group in brackets, and nothing but linking words behind it."""
        group = say.GROUP_BEFORE.search(self.clean.before(start, say.REACH)) if start else None
        number = to_int(group["n"]) if group and self._links(self.text[start:end]) else None
        return (start, Amount(number)) if number else None

    def _links(self, between: str) -> bool:
        words = say.WORD.findall(between)
        if any(word in say.STOP_WORDS for word in words):
            return False
        for at, word in enumerate(words):
            if word == "," and at and words[at - 1] in ("protein", "proteins"):
                continue
            if word not in say.LINK_WORDS and word not in ("-", "/"):
                return False
        return True

    def _after(self, end: int, limit: int) -> tuple[Amount, int, bool] | None:
        """An amount behind the item: "for 6 of us", "x 3", "(2)"; the last value says that it outranks one before."""
        if given_up := say.GIVEN_UP.match(self.text[end : end + say.REACH]):
            end += given_up.end()
        rest = self.text[end : min(limit, end + say.REACH)]
        if match := say.FOR_GROUP.match(rest):
            number = to_int(match["n"] or match["n2"] or "")
            if number and number < say.MOST_PORTIONS and (match["n"] or match["each"]):
                return Amount(number), end + match.end(), True
        if match := say.FOR_AFTER.match(rest):
            if (
                match["n"]
                and not match["noun"]
                and re.match(r" ?(?:on|in|at|tomorrow|this|next)\b", rest[match.end() :])
                and not say.GUESTS_BEFORE.search(self.text[:end])
            ):
                return None
            amount = amount_of(match)
            outranks = " x " in match.group() or match["noun"] is not None or amount.share is not None
            return amount, end + match.end(), outranks or amount.part is not None
        if match := say.COUNT_AFTER.match(rest):
            number = to_int(match["n"] or match["n2"] or match["n3"] or match["n4"] or match["n5"] or match["n6"])
            times = match["n"] is not None and "x" in match.group()
            return (
                (Amount(number), end + match.end(), times)
                if number is not None and number < say.MOST_PORTIONS
                else None
            )
        if match := say.TO_NUMBER.match(rest):
            return Amount(to_int(match["n"])), end + match.end(), True
        return None

    def _joint(self, start: int, found: Sequence[ItemMention]) -> Amount:
        """ "chicken and shrimp for everybody": the share of the item after it; "two each of edamame and gyoza": the number."""
        listed = say.EACH_OF.search(self.text[max(0, start - say.REACH) : start])
        if listed and found and found[-1].quantity == to_int(listed["n"]):
            return Amount(found[-1].quantity)
        told = bool(found) and found[-1].mode in ("set", "add") and bool(found[-1].quantity or found[-1].share)
        if told and say.AND_WITH.fullmatch(self.text[self.names[len(found) - 1].end() : start]):
            return Amount(found[-1].quantity, found[-1].share)  # "12 adults with lobster and with noodles"
        match = re.match(rf"[^.;!?\n]{{0,60}}? (?:for|to) (?:{say.ALL})\b", self.text[start : start + 120])
        return Amount(share="all") if match else Amount()

    def _mode(
        self, name: re.Match[str], start: int, end: int, limit: int, removed: bool, counted: bool, used: int
    ) -> Mode:
        if removed:
            return "remove"
        clause_end = (
            next((match.start() for match in re.finditer(r"[.;!?\n]", self.text[end : end + say.REACH])), say.REACH)
            + end
        )
        if say.IN_PLACE.match(self.text, name.end()):
            return "set"
        around = item_wishes.own_part(
            self.text, self._clause_start(name.start(), used), name, min(clause_end, max(limit, end))
        )
        if (
            say.EXTRA.search(around)
            or say.EXTRA_BEFORE.search(self.clean.before(name.start()))
            or say.EXTRA_AFTER.match(self.text, name.end())
        ):
            return "extra"
        lead = (
            self.text[max(used, start - 14, self._clause_start(start, used)) : name.start()]
            if counted
            else self.clean.before(name.start(), 26)
        )
        if say.MORE.search(self.text[start : name.start()]):
            return "add"
        if say.ADD.search(lead):
            return "add"
        if not counted and say.ASKED.search(self._clause_before(start, used)):
            return "mention"
        wish = re.search(
            r"\b(?:want|like|take|get|have|add|upgrade|do|order|with|need|prefer|please|pls|make"
            r"|include|for all)\b|'d\b",
            around,
        )
        return "set" if counted or wish else "mention"

    def _unnamed(self, found: list[ItemMention]) -> list[ItemMention]:
        """ "five of them want a third protein", no kind named; one named right behind it takes its number over."""
        extra: list[ItemMention] = []
        for match in say.PROTEIN_ONLY.finditer(self.text):
            span = self.clean.of(match)
            clause = re.split(r"[.;!?\n]", self.text[match.start() : match.start() + say.REACH])[0]
            before = self._before(match.start(), 0)
            after = say.FOR_AFTER.match(self.text[match.end() : match.end() + say.REACH])
            start, amount = before or (match.start(), Amount())
            end = match.end()
            if after and after["n"] and not before:
                amount, end = amount_of(after), end + after.end()
            place, told = self.clean.span(start, end), amount.told
            kind = item_wishes.kind_behind(self.text[end:], end, found)
            if kind is not None:
                if told:
                    found[kind] = replace(found[kind], quantity=amount.quantity, share=amount.share, part=amount.part, but=amount.but, mode="extra")  # fmt: skip
                extra.append(ItemMention(None, None, None, "mention", place, span))
                continue
            named = any(
                item.mode == "extra" and abs(item.name_span.start - span.start) <= len(clause) + 40 for item in found
            )
            if not named or (after and after["n"]):
                mode: Mode = "extra" if told and not named else "mention"
                extra.append(ItemMention(None, amount.quantity, amount.share, mode, place, span))
        return extra

    def _misspelt(self) -> list[re.Match[str]]:
        """Words one letter away from a long name ("scalops", "edamamme")."""
        taken = [match.span() for match in self.lexicon.pattern.finditer(self.text)]
        found = []
        for match in re.finditer(r"[a-z]{5,14}", self.text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if nearest(match.group(), self.lexicon.keys) is not None:
                found.append(match)
        return found


def _forms(name: str) -> list[str]:
    """Singular and plural of a name."""
    if name.endswith("s"):
        return [name, name[:-1]] if len(name) > 4 and not name.endswith("ss") else [name]
    return [name, f"{name}es" if name.endswith(("sh", "ch", "o")) else f"{name}s"]


def _key(said: str) -> str:
    return said.replace("-", " ")
