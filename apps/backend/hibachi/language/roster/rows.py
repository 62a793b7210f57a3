"""One row of guests in its sentence: whether it counts who comes, who joins, who stays away, or nobody of this party."""

from dataclasses import dataclass, replace
from typing import Literal

from hibachi.kit import lazy_re as re
from hibachi.language import guest_words as say
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import GROWN_AT
from hibachi.language.roster.chain import Chain
from hibachi.language.roster.chains import Chains
from hibachi.language.roster.families import Group
from hibachi.language.roster.parts import Parts
from hibachi.language.roster.sums import summed, without_occasion
from hibachi.language.roster.tokens import tokens_of
from hibachi.language.spans import Quiet

Operation = Literal["set", "add", "remove"]
_LAST = r"last (?:year|time|week|month|summer|night|party)"
_PAST = re.compile(rf"\b(?:{_LAST}|ago|ordered|paid|born|(?:us|we|i|they|he|she) had)\b")
_STORY = re.compile(
    rf"\b(?:{_LAST}|ago|ordered|paid|used to|raised|born|grew up|saw|per|each|every|instead of"
    r"|rather than|versus|vs|or|not|options|versions"
    r"|with lobster|upgrades? for|lobster for|filet for|charge for|free for"
    r"|(?:i|we|they|he|she|who|us) (?:had|have had|was|were)|from|except|but|unless|without"
    r"|cancel)\b[^.?!\n]*$"
)
_FAMILIES = re.compile(
    r"\b(?:families|households|couples|groups|tables)(?: of| with|,| each| each with| having| have)* $"
)
_EACH = re.compile(r"[^.?!\n]{0,30}\b(?:each|apiece|per (?:family|couple))\b(?! other)")
_NO_SIZE = re.compile(
    r"^ ?(?:instead|or\b|vs\b|versus|menus?\b|meals?\b|'s\b|half\b|-(?=\S)"
    r"|(?:who|that)? ?(?:had|loved|ordered|are free|is free|eat|eats|is turning|is having|turns)\b)"
)
_HAD = re.compile(
    r"^ (?:all |both )?(?:had|loved|ordered|ate|tried|went|were at)\b[^.?!\n]*\b(?:last|ago|before|previous|once)\b"
)
"""Guests of a party that was."""
_LEADS = (
    r"(?:(?:oh|ok|okay|and|yes|actually|wait|sorry|hey|also|so|we have|there'?s|there is|there are|add"
    r"|forgot|i forgot|can we|please|i|we|just|what if|if|how about|what about|suppose|say|let'?s|maybe)[ ,]*)*"
)
_ON_TOP = re.compile(
    rf"(?:^|[.!?\n,;]|\bcoming)\s*{_LEADS}(?:plus|also|and|add|added|adding|\+|oh and|don'?t forget"
    r"|i forgot|forgot|invited|also invited|bringing|also bringing"
    r"|we'?re (?:also )?(?:adding|bringing))[ ,]*$"
    r"|\b(?:wanna|want(?:s|ed)? to|will|would like to|'d like to|is|are|gonna|going to|can|could"
    r"|decided to) (?:also )?(?:bring|invite|add)(?:ing)?(?: along)? $"
    r"|(?:\bnot|n'?t) (?:includ|count)(?:e|ing) (?:in )?$|\b(?:besides|excluding) $"
)
_TAKEN_OFF = re.compile(
    r"(?:^|[.!?\n,;])\s*(?:(?:ok|okay|oh|and|actually|so|sorry|please|can you|can we"
    r"|let'?s)[ ,]*)*(?:minus|remove|take off|take out|subtract|cross off|drop|lose) $"
)
_COMES = r"(?: (?:will|are|is|can|would|wants? to|decided to|'re|'s|might|also|now|be))*"
_TOO = re.compile(
    rf"^,?{_COMES}(?: (?:comes?|coming|joins?|joining|be there|come))?(?: us)?(?: with us)? (?:too"
    r"|as well|also(?! (?!com|join|tag|be there|please|pls|for|in|on|at|with|and|so|is|are)[a-z]+)"
    r"|on top|after all)\b(?!,? \d)"
)
_JOINS = re.compile(
    rf"^{_COMES} (?:coming|joining|joins?|tagging along|come along)(?: us| along| now)*\s*(?:$|[.!?,;])"
)
_CLOSES = re.compile(
    r"^\s*(?:$|[.,!?;:)(\n]|(?:the same age|same age|of (?:the same|that) age|his age|her age"
    r"|their age|please|pls|plz|too|also|as well|coming|joining|are|is|will|would|can|might|want|in|at"
    r"|on|for|so|then|now|thanks?|who|that|if|-)\b)"
)
"""Behind guests who are named on top of others: the end, or what goes on about the party."""
_ENDS = re.compile(
    r"^\s*(?:$|[.!?\n]|,(?! ?(?:who|that|can|could|is|are|and|but|so|if|i|we|she|he|they|what|how)\b)"
    r"|at (?:our|my|\d)|in\b(?! (?:one|a|the|two|my|our)\b)|(?:please|pls|plz|too|also|as well)\b"
    r"|comes?\s*(?:$|[.!,;]))"
)
_AWAY = re.compile(
    r"^(?: (?:just|sadly|unfortunately|also|now|actually|both|all))*(?: (?:cancell?ed|bailed"
    r"|dropped out|backed out|flaked|pulled out)\b"
    r"|(?: (?:is|are|isn'?t|aren'?t|won'?t|wont|can'?t|cant|cannot|will|couldn'?t|not"
    r"|no longer))+(?: be)? (?:coming|come|make it|making it|joining|join|able to|there|attend)\b)"
)
_NEGATED = re.compile(
    r"\b(?:not|no longer|isn'?t|aren'?t|won'?t|wont|can'?t|cant|cannot|couldn'?t|cancell?ed|bailed|out|flaked)\b"
)
_ALONE = re.compile(r"^\s*(?:$|[.,;?!\n]|(?:in|on|at|for|please)\b)")
_HOSTS = re.compile(r"^ (?:are |will be |would be )?(?:hosting|inviting|host|invite|having)(?: over)? $")
_FRAMED = re.compile(
    r"(?:^|\b)(?:for|we'?re|we are|there(?:'s| will be|'ll be| would be| are)|it'?s|it would be"
    r"|it will be|guests?:?|having|have|party of|be|with|just|need it for|quote\?)(?: just| only"
    r"| about| like)* $"
)


_CHILD = (
    r"(?:little |big |oldest |youngest |older |younger )?(?:son|daughter|girl|boy|kid|child|nephew|niece"
    r"|grandson|granddaughter|little one|kiddo|stepson|stepdaughter|godson|goddaughter|baby girl|baby boy)"
)
_SPOKEN = (
    re.compile(
        rf"\b(?:my|our|his|her|the) {_CHILD}(?: [a-z]+)?(?:'s| is| will be|'ll be)?(?: turning| turns"
        r"| gonna be| going to be| about to (?:turn|be)| hits"
        rf"| having (?:his|her))? (?P<age>{NUMBER})(?:st|nd|rd"
        r"|th)?\b(?! ?(?:friends|people|adults|kids|am|pm|of|:))"
    ),
    re.compile(rf"\b(?:my|our|his|her|the) {_CHILD}(?: [a-z]+)?'?s (?P<age>\d{{1,2}})(?:st|nd|rd|th)\b"),
)
""" "My girl turns 13", "our son's 10th birthday": a child who is spoken of, and counted with a pronoun afterwards."""


def spoken_of(text: str) -> tuple[int, tuple[int, int]] | None:
    """The age of the one child of whom a text speaks, and where; None where it speaks of none, or of several."""
    found = {match.start(): match for pattern in _SPOKEN for match in pattern.finditer(text)}
    ages = [
        (age, match.span()) for match in found.values() if (age := to_int(match["age"])) is not None and age < GROWN_AT
    ]
    return ages[0] if len(ages) == 1 else None


def of_spoken(chain: Chain, age: int) -> Chain:
    """The row with the child that was spoken of in place of its pronoun."""
    chain.groups = [
        replace(one, kind="children", ages=(age,), numbered=True, pronoun=False) if one.pronoun else one
        for one in chain.groups
    ]
    return chain


def _only_speaks(chain: Chain, age: int) -> bool:
    """Whether a row is nothing but the sentence about that child."""
    first = chain.groups[0]
    return (
        len(chain.groups) == 1
        and chain.total is None
        and first.kind == "children"
        and first.count == 1
        and not first.pronoun
        and first.ages in ((), (age,))
    )


def _is_unclear(group: Group, groups: tuple[Group, ...]) -> bool:
    """Whether nobody can say who they are: girls without an age are children where a row names others beside them."""
    return group.doubtful and (bool(group.ages) or group.low is not None or len(groups) == 1)


@dataclass(frozen=True, slots=True)
class Row:
    """The guests of one row. sure: it can be nothing else; unsure: it may mean what is not read here; nobody: named only."""

    groups: tuple[Group, ...]
    place: tuple[int, int]
    sure: bool = False
    unsure: bool = False
    operation: Operation = "set"
    all_adults: bool = False
    nobody: bool = False


class Rows:
    """The rows of one text that tell of guests."""

    def __init__(self, clean: Quiet) -> None:
        self.clean = clean
        self.chains = Chains(tokens_of(clean))
        self.spoken: tuple[tuple[int, int], ...] = ()
        """Where a sentence speaks of a child that is counted by its pronoun."""

    def all(self) -> list[Row]:
        found: list[Row] = []
        hosts: Chain | None = None
        told = spoken_of(self.clean.text)
        self.chains.spoken = told[0] if told is not None else None
        chains = self.chains.all()
        if told is not None and any(group.pronoun for chain in chains for group in chain.groups):
            self.spoken = (told[1],)
            chains = [of_spoken(chain, told[0]) for chain in chains if not _only_speaks(chain, told[0])]
        for chain in chains:
            row = self._row(chain)
            if row is not None and hosts is not None and self._hosts(hosts, chain) and not row.unsure:
                row = replace(row, groups=(*hosts.groups, *row.groups), sure=True)
            found += [row] if row is not None else []
            hosts = chain
        return found + self._elders(chains, found)

    def _elders(self, chains: list[Chain], rows: list[Row]) -> list[Row]:
        """ "7 kids, 6 to 9. Me and my wife": who are not counted by a number, beside children only."""
        young = [row for row in rows if all(one.kind in ("children", "toddlers") for one in row.groups)]
        if len(young) != 1 or len(rows) != 1 or len(chains) != 2 or rows[0].unsure or rows[0].operation != "set":
            return []
        chain = next(one for one in chains if self._start(one) != rows[0].place[0])
        place = (self._start(chain), self._end(chain.end))
        ours = any(one.me for one in chain.groups) and all(one.relation for one in chain.groups)
        closed = _CLOSES.match(self.clean.after(place[1])) and not _STORY.search(self.clean.before(place[0]))
        return [Row(tuple(chain.groups), place, sure=True)] if ours and len(chain.groups) > 1 and closed else []

    def _start(self, chain: Chain) -> int:
        return self.chains.tokens[chain.first].start

    def _end(self, token: int) -> int:
        return self.chains.tokens[token - 1].end

    def _hosts(self, hosts: Chain, chain: Chain) -> bool:
        """ "My wife and I are hosting 3 couples": those who host come beside those whom they invite."""
        between = self.clean.text[self._end(hosts.end) : self._start(chain)]
        named = not any(group.numbered for group in hosts.groups) and any(group.me for group in hosts.groups)
        return named and chain.groups[0].relation | (chain.groups[0].noun == "couples") and bool(_HOSTS.match(between))

    def _row(self, chain: Chain) -> Row | None:
        start, end = self._start(chain), self._end(chain.end)
        before, after = self.clean.before(start), self.clean.after(end)
        if (change := self._change(chain, before, after)) is not None:
            return change
        nobody = not any(group.numbered for group in chain.groups) and chain.total is None
        if nobody and len(chain.groups) < 3:
            return None
        return self._counted(chain, before)

    def _change(self, chain: Chain, before: str, after: str) -> Row | None:
        """Guests who join those counted before, or stay away."""
        place = (self._start(chain), self._end(chain.end))
        groups = tuple(chain.groups)
        verb = _AWAY.match(after)
        away = verb is not None and bool(_NEGATED.search(verb[0])) and not all(one.me for one in groups)
        if chain.total is None and (away or (_TAKEN_OFF.search(before) and _ENDS.match(after))):
            told_anew = len(groups) > 1 and any(group.numbered and not group.relation for group in groups)
            return Row(groups, place, operation="remove", unsure=told_anew or any(group.doubtful for group in groups))
        nobody = not any(group.numbered for group in groups)
        led = bool(before.strip() and _ON_TOP.search(before) and _ENDS.match(after))
        known = all((group.relation or group.kind == "toddlers") and not group.pronoun for group in groups)
        known = known and (led or not any(group.me for group in groups))
        if nobody and known and (led or _TOO.match(after) or _JOINS.match(after)):
            return Row(groups, place, operation="add", nobody=True)
        return None

    def _counted(self, chain: Chain, before: str) -> Row | None:
        start = self._start(chain)
        unsure = Row((), (start, self._end(chain.end)), unsure=True)
        if re.search(r"\bfor $", before):
            without_occasion(chain)
        clause = re.split(r"[.?!\n]", before)[-1]
        if _STORY.search(clause) or _FAMILIES.search(clause):
            return None if _PAST.search(clause) else unsure
        groups = summed(chain)
        parts = Parts(self.chains, groups).read(chain.end) if groups is not None else None
        if parts is None or any(group.finite or _is_unclear(group, parts.groups) for group in parts.groups):
            return unsure
        end = self._end(max(parts.end, chain.end))
        after = self.clean.after(end)
        if _HAD.match(after):
            return None
        if any(pattern.match(after) for pattern in (say.PART_AFTER, _NO_SIZE, _EACH, say.FEWER)):
            return unsure
        led = bool(before.strip() and _ON_TOP.search(before))
        among = len(chain.groups) == 1 and chain.groups[0].among
        if among or (led and not _CLOSES.match(after)):
            return unsure
        first = parts.groups[0]
        aged = first.kind == "children" and not first.relation and len(first.ages) == first.count > 1
        sure = len(parts.groups) > 1 or aged or parts.told or chain.total is not None
        sure = sure or self._framed(first, before, after)
        operation: Operation = "add" if led or self._joins(parts.groups, after) else "set"
        return Row(parts.groups, (start, end), sure=sure, operation=operation, all_adults=parts.all_adults)

    def _framed(self, first: Group, before: str, after: str) -> bool:
        """ "It's for my 3 uncles", "her 2 roommates, zip 94539": a single group where the size of a party stands."""
        told = first.relation and first.numbered
        alone = not before.strip() and first.kind in ("adults", "people") and bool(_ALONE.match(after))
        return told and (alone or bool(_FRAMED.search(before)))

    def _joins(self, groups: tuple[Group, ...], after: str) -> bool:
        named = all(group.relation and group.noun not in ("kids", "children") for group in groups)
        return groups[0].more or bool(_TOO.match(after)) or (named and bool(_JOINS.match(after)))
