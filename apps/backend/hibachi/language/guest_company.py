"""People named by what they are to somebody: "me, my husband, our 3 kids (5, 8 and 13) and both grandmas"."""

from dataclasses import dataclass
from itertools import pairwise

from hibachi.kit import lazy_re as re
from hibachi.language import guest_words as words
from hibachi.language.guest_group_words import DOES
from hibachi.language.guest_notes import TEEN_FROM, GuestNotes
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import GROWN_AT, Ages, Kind
from hibachi.language.roster.words import GROWN_RELATION

_OWN = (
    r"(?:(?:(?:my|our|his|her|their) [a-z]+(?:[- ]in[- ]law)?'s|my|our|his|her|their|the|one|an?|another"
    r"|\w+'s) (?:(?:own|little|big|older|younger|elder|best|good|dear|lovely|single|baby|new|teenage) )*)"
)
_GROWN = rf"(?:{GROWN_RELATION})(?:[- ]in[- ]law)?"
_CHILD = (
    r"(?:little (?:one|guy|man|fella)|son|daughter|kid|kiddo|child|boy|girl|nephew|niece|grandson"
    r"|granddaughter|grandchild|stepson|stepdaughter|teen|teenager|tween)"
)
_SMALL = r"(?:toddler|baby|infant|newborn)"
_SEVERAL_GROWN = (
    r"(?:aunts|aunties|uncles|brothers|sisters|siblings|cousins|grandmas|grandpas|grandmothers"
    r"|grandfathers|grandparents|moms|mums|mothers|dads|fathers|in-?laws"
    r"|buddies|neighbou?rs|roommates|classmates|relatives|girlfriends|boyfriends|wives|husbands|bridesmaids|groomsmen)"
)
_SEVERAL_CHILDREN = (
    r"(?:sons|daughters|kids|kiddos|children|boys|girls|nephews|nieces|grandkids|grandchildren|grandsons"
    r"|granddaughters|teens|teenagers|tweens|stepsons|stepdaughters)"
)
_CALLED = r"(?:mom|mum|mama|dad|papa|grandma|grandpa|granny|nana|grandmother|grandfather)"
_AGE = rf"(?:an? )?{NUMBER}(?: ?(?:years?|yrs?|y/?o)(?: old)?)?"
_AGES = rf"{_AGE}(?:(?: or |,? ?and ?|,? ?& ?|, ?| ?/ ?){_AGE}){{0,9}}"
_TOLD = (
    r"(?: ?\((?:(?:they(?:'re| are|re)|(?:who|that|which) are|all|both|each|of them|ages?"
    rf"|aged)[ :]*)* ?(?P<in>{_AGES})\)|,? (?:ages?|aged|of|who (?:are|is)|that are|at"
    r"|(?:he|she|they)(?:'s|'re|s|re| is| are)|(?:who |that )?(?:is |are )?(?:turns?|turning)"
    rf"|(?:who are )?(?:all|both|each)(?: are)?(?: aged?)?) (?P<after>{_AGES})(?![\w:/$%]|[.,]\d"
    r"| ?(?:am|pm|of\b|orders?|adults?|people|guests|friends)))"
)
_WED = (
    r"(?:,? ?(?:and|with|plus|&|\+)(?: (?:each|all) of)? their (?:own |lovely |dear )?(?:husbands?|wives"
    r"|wife|spouses?|partners?|better halves|other halves|significant others|boyfriends|girlfriends"
    r"|fianc[eé]e?s?))"
)
""" "Our four daughters and each of their husbands": each brings one more, and whoever is married is grown."""
_MEMBER = re.compile(
    r"\b(?:(?P<self>(?:i'?m|i am) a (?:single )?(?:mom|mother|dad|father)|me|myself"
    r"|i(?! (?:am|was)\b)|(?P<us>us two|we two|the two of us|both of us)"
    r"|(?:just |only |it'?s |its |for |and "
    r"|(?<!remember )(?<!honor )(?<!celebrate )(?<!surprise )(?<!celebrating )(?<!surprising "
    r")(?<!remembering )(?<!commemorate ))(?:him|her"
    rf"|the birthday (?:girl|boy|kid|child))(?=,? (?:plus|and|&|\+|with|n) (?:{NUMBER}|me|my|us)\b))"
    rf"|(?P<sets>both sets of (?:grand)?(?:parents|in-?laws))"
    rf"|(?P<pair>(?:(?:my|our|his|her|their|both|the|\w+'s) )(?:own )?(?:parents|in-?laws|grandparents|folks))"
    rf"|(?P<both>both|all three|all four) (?:(?:of )?(?:my|our|his|her|the) )?(?P<those>{_SEVERAL_GROWN})"
    r"|(?:(?:my|our|the|his|her) )?(?:(?:\w+ )?family|\w+'s family)(?: of|,? who (?:is|are)"
    rf"|,? (?:they'?re|they are)) (?P<family>{NUMBER})(?: ?\((?P<fkids>{NUMBER}) (?:little "
    r"|small )?(?:kids|children|toddlers|boys"
    rf"|girls)(?:,? (?:ages? |aged |of )?(?P<fages>{_AGES}))?\))?"
    r"|(?:(?:my|our|his|her|the) )?(?P<many>twins|triplets|quadruplets"
    rf"|quads)(?:{_TOLD.replace('?P<in>', '?P<twin>').replace('?P<after>', '?P<twa>')})?"
    r"|(?:about |another |like |say )?(?:(?:my|our|his|her|the"
    rf"|us) )?(?P<count>{NUMBER}) (?:(?:of (?:my|our|his|her|the)|other|more|adult|grown|close|best"
    r"|good|little|small|young|teenage|our|my) )*"
    rf"(?:(?P<adults>{words.ADULTS}|{_SEVERAL_GROWN})|(?P<toddlers>{words.TODDLERS})"
    rf"|(?P<children>{words.CHILDREN}|{_SEVERAL_CHILDREN})(?:,? (?P<cbare>{_AGE}(?:(?:, ?(?:and )?"
    rf"| and | & ){_AGE}){{1,9}})(?![\w:/$%]|[.,]\d"
    r"| ?(?:am|pm|of\b|orders?|adults?|people|guests|friends|kids)))?"
    r"|(?P<people>friends|people|ppl|guests|men|women|ladies|guys|girls|gals|dudes|coworkers"
    r"|co-workers|colleagues|employees|family members))"
    rf"(?:{_TOLD.replace('?P<in>', '?P<cin>').replace('?P<after>', '?P<caft>')})?(?P<wed>{_WED})?"
    rf"|{_OWN}?(?P<some>{_SEVERAL_CHILDREN}|cousins|siblings|brothers"
    rf"|sisters){_TOLD.replace('?P<in>', '?P<sin>').replace('?P<after>', '?P<saft>')}"
    rf"|{_OWN}(?P<child>{_CHILD})(?:{_TOLD.replace('?P<in>', '?P<kin>').replace('?P<after>', '?P<kaft>')})?"
    rf"|{_OWN}(?P<small>{_SMALL})"
    rf"|{_OWN}(?P<minor>(?:brother|sister|cousin|sibling|friend|bestie|buddy|neighbou?r)) ?\((?P<mage>{_AGE})\)"
    rf"|(?P<named>[a-z]{{2,12}}),? who(?:'s|s| is) (?P<nage>{_AGE})(?! (?:of|people|guests|adults|hosting|paying))"
    r"|(?:wife|husband|hubby|wifey)(?= (?:and|&) (?:i|me|myself)\b)"
    r"|(?:(?<=me, )|(?<=me and )|(?<=me \+ )|(?<=me & )|(?<=me n )|(?<=myself, )|(?<=i, ))(?:wife"
    rf"|husband|hubby|wifey|partner|spouse|girlfriend|boyfriend)|{_OWN}(?P<grown>{_GROWN})|{_CALLED}"
    rf"|(?:us|the(?= [a-z0-9-]+(?: [a-z0-9-]+)? of us\b)) (?P<ourselves>{NUMBER})(?: of us)?)(?![\w]"
    r"|'s\b|-\w)"
)
_JOIN = re.compile(
    r" ?\)?(?: ?(?:,|;|\+|&|/|\band\b|\bn\b|\bplus\b|\bwith\b|\bw/?(?= )|\balso\b|\bthen\b"
    r"|\bas well as\b|\balong with\b|-) ?)+",
    re.I,
)
_LABEL = re.compile(r"(?<= )(?:my|our|the|some) (?:\w+ )?\w+ ?: ?$")
"""What the next ones are called: "plus the cousins: twins who are 12"."""
_ADDS = re.compile(r"\band\b|\bplus\b|\+|&|\bwith\b|\bw/?\b|as well as|along with")
_ADDS_TO_FAMILY = re.compile(r"\band\b|\bplus\b|\+|&")
_ALONE = re.compile(
    r"(?:^|\b(?:just|only|it'?s|it is|it'?d be|it would be|it'?ll be|it will be|we'?re|we are|we'?d be"
    r"|there'?s|guests?:?|party of:?|coming:?|namely|so|for)) ?(?:just |only |gonna be "
    r"|going to be )?$"
)
_ENDS = re.compile(r" ?(?:$|[.,;!?)]|lol\b|haha|total\b|(?:in|for|on|at|coming|so|is) |this |next )")
_WHOLE = re.compile(
    rf"(?:(?:family|party|group|crew|total) of )?(?P<whole>{NUMBER})(?: (?:people|ppl|of us|guests"
    r"|total|in total))? ?(?:\(|:|-|,? (?:which is|that is|that'?s|namely)) ?$"
)
_EACH = re.compile(
    rf"\b(?P<times>{NUMBER}) (?:families|couples|households|groups|pairs|sets|cars"
    r"|carloads)(?:,? (?:(?:each|all|every one) )?(?:with|of|having|has|have|w)"
    r"|,? (?:each|every one)(?: is| are)?"
    rf"| ?(?:\(|:|-)(?: ?each| ?all)?) ?(?:each )?(?P<adults>{NUMBER}|an?) {words.ADULTS}(?: each)?"
    rf"(?:,? ?(?:and|plus|&|\+|with) (?P<children>{NUMBER}|an?) (?P<kind>{words.CHILDREN}"
    rf"|{words.TODDLERS}))?(?: each| apiece)?"
)
_MANY = {"twins": 2, "triplets": 3, "quadruplets": 4, "quads": 4}
_ALL = {"both": 2, "all three": 3, "all four": 4}
MOST_ALONE = 12
MOST_GROWN = 4
_EVERY = re.compile(r"\b(?:each|all|every|apiece)\b")


@dataclass(frozen=True, slots=True)
class _Member:
    match: re.Match[str]
    kind: Kind
    count: int
    numbered: bool
    ages: tuple[int, ...] = ()


class GuestCompany(GuestNotes):
    """Lists of people; each is read whole, before the plainer patterns see its numbers."""

    def _each_of_several(self) -> None:
        """ "Five families, each with two adults and one kid"."""
        for match in _EACH.finditer(self.text):
            times, adults = to_int(match["times"]), to_int(match["adults"]) or 1
            if times is None or not self._free(*match.span()) or _all_of_them(match.group(), times, adults):
                continue
            self._add("adults", times * adults, times * adults, "set", match.span())
            if match["children"]:
                number = times * (to_int(match["children"]) or 1)
                small = re.fullmatch(words.TODDLERS, match["kind"]) is not None
                kind: Kind = "toddlers" if small else "children"
                self._add(kind, number, number, "set", (match.end() - 1, match.end()))

    def _company(self, *, expected: bool) -> None:
        """Members that are joined by "and", "plus" and commas add up, where somebody is named without a number."""
        for group in self._groups_of_members():
            if self._is_company(group, expected):
                self._count_company(group)

    def _groups_of_members(self) -> list[list[_Member]]:
        groups: list[list[_Member]] = []
        for match in _MEMBER.finditer(self.text):
            member = _member(match)
            if member is None or not self._free(*match.span()):
                continue
            told = _family(match) or [member]
            if groups and self._joins(groups[-1][-1], match):
                groups[-1] += told
            else:
                groups.append(told)
        return [
            trimmed for group in groups if len(trimmed := self._without_occasion(group)) > 1 or trimmed[0].match["wed"]
        ]

    def _joins(self, before: _Member, match: re.Match[str]) -> bool:
        """Whether a member goes on the list; "a family of six with two kids", "family of 4, 2 adults ..." explains itself."""
        between = self.text[before.match.end() : match.start()]
        if before.match["family"] and not _ADDS_TO_FAMILY.search(between):
            return False
        spouse = before.match["self"] is not None and match["grown"] is not None and between == " "
        return spouse or _JOIN.fullmatch(_LABEL.sub("", between)) is not None

    def _without_occasion(self, group: list[_Member]) -> list[_Member]:
        """ "For my wife, 12 adults and 3 kids": she is whom it is for, and one of the twelve."""
        while len(group) > 1 and not group[0].numbered and group[0].match["self"] is None:
            between = self.text[group[0].match.end() : group[1].match.start()]
            if not (group[1].numbered and group[1].kind in ("adults", "people") and between.strip() == ","):
                break
            group = group[1:]
        return group

    def _is_company(self, group: list[_Member], expected: bool) -> bool:
        joins = [self.text[one.match.end() : two.match.start()] for one, two in pairwise(group)]
        plain = all(member.numbered and not _is_by_name(member) for member in group)
        if any(member.match["wed"] for member in group):
            return True
        if plain or not any(_ADDS.search(join) for join in joins) or self._comes_on_top(group[0]):
            return False
        after = self.clean.after(group[-1].match.end())
        if group[0].numbered and not any(one.numbered or one.ages for one in group[1:]) and DOES.match(after):
            return False
        if any(member.numbered or member.ages for member in group):
            return True
        told = expected or _ALONE.search(self.clean.before(group[0].match.start()))
        return bool(told and _ENDS.match(after)) and len(group) <= MOST_ALONE

    def _comes_on_top(self, first: _Member) -> bool:
        """ "Two more adults and a kid", "add 2 adults and a kid": guests beside those counted before."""
        more = re.search(r"\b(?:more|extra|additional|another)\b", first.match.group())
        return bool(more or re.search(r"\b(?:add|adding)(?: in)?\s+$", self.clean.before(first.match.start())))

    def _count_company(self, group: list[_Member]) -> None:
        start, end = group[0].match.start(), group[-1].match.end()
        whole = _WHOLE.search(self.clean.before(start))
        if whole is not None and not self._explains(group, whole):
            return
        grown = [member for member in group if member.kind in ("adults", "people")]
        kind: Kind = "people" if any(member.kind == "people" for member in grown) else "adults"
        place = (whole.start() if whole else start, end)
        number = sum(member.count for member in grown)
        if number:
            self._add(kind, number, number, "set", place)
        self.claimed.append(place)
        for young in ("children", "toddlers"):
            self._count_young([member for member in group if member.kind == young], young == "toddlers")

    def _explains(self, group: list[_Member], whole: re.Match[str]) -> bool:
        """Whether what stands behind a total, up to the bracket's end, is that total told one by one."""
        bracket = whole.group().rstrip().endswith("(")
        closing = self.text.find(")", group[0].match.end()) if bracket else -1
        nested = self.text[group[0].match.start() : max(closing, 0)].count("(")
        for _ in range(nested):
            closing = self.text.find(")", closing + 1)
        inside = [member for member in group if closing < 0 or member.match.start() < closing]
        return to_int(whole["whole"]) == sum(member.count for member in inside)

    def _count_young(self, members: list[_Member], toddlers: bool) -> None:
        number = sum(member.count for member in members)
        if not number:
            return
        first, last = members[0].match, members[-1].match
        self._add("toddlers" if toddlers else "children", number, number, "set", (last.end() - 1, last.end()))
        ages = tuple(age for member in members for age in member.ages)
        if ages and len(ages) == number:
            self.ages.append(Ages("children", number, ages, None, None, self.clean.span(first.start(), last.end())))
        else:
            for member in members:
                if member.ages:
                    span = self.clean.of(member.match)
                    self.ages.append(Ages("children", len(member.ages), member.ages, None, None, span))


def _all_of_them(said: str, groups: int, adults: int) -> bool:
    """ "5 couples (10 adults)": all of them together, where each would be more than a couple or a family has."""
    return not _EVERY.search(said) and adults > MOST_GROWN and adults >= 2 * groups


def _member(match: re.Match[str]) -> _Member | None:
    if match["minor"]:
        age = to_int((re.findall(NUMBER, match["mage"]) or [""])[0])
        young = age is not None and age < GROWN_AT
        return _Member(match, "children" if young else "adults", 1, False, (age,) if young and age is not None else ())
    ages = _ages(match)
    if ages is None:
        return None
    if match["count"] or match["family"]:
        number = to_int(match["count"] or match["family"])
        if number is None:
            return None
        if match["wed"]:
            return _Member(match, "adults", number * 2, False)
        kind: Kind = "people"
        for named in ("adults", "toddlers", "children"):
            kind = named if match[named] else kind
        if match["cbare"] and (kind not in ("children", "toddlers") or len(ages) != number):
            ages = ()
        if ages and len(ages) == 1 and number > 1:
            ages = ages * number
        return _Member(match, "children" if ages and kind == "people" else kind, number, True, ages)
    if match["some"]:
        return _Member(match, "children", len(ages), False, ages)
    if match["named"]:
        return _Member(match, "children", 1, False, ages[:1]) if ages else None
    if match["child"]:
        teen = (TEEN_FROM,) if match["child"].startswith("teen") else ()
        return _Member(match, "children", 1, False, ages[:1] or teen)
    if match["many"]:
        number = _MANY[match["many"]]
        return _Member(match, "children", number, False, ages * number if len(ages) == 1 else ages)
    if match["small"]:
        return _Member(match, "toddlers", 1, False)
    return _Member(match, "adults", _grown(match), False)


def _family(match: re.Match[str]) -> list[_Member] | None:
    """ "My brother's family of 4 (2 kids, 3 and 6)": its grown-ups and its children; None where it tells of no children."""
    whole, kids = to_int(match["family"] or ""), to_int(match["fkids"] or "")
    if whole is None or kids is None or not 0 < kids < whole:
        return None
    ages = tuple(age for age in map(to_int, re.findall(NUMBER, match["fages"] or "")) if age is not None)
    told = ages if len(ages) == kids and max(ages) < GROWN_AT else ()
    return [_Member(match, "adults", whole - kids, True), _Member(match, "children", kids, True, told)]


def _is_by_name(member: _Member) -> bool:
    """Numbers that the plainer patterns would read otherwise: a family, girls and boys with their ages."""
    young = bool(member.ages) and member.match["children"] in ("girls", "boys")
    return young or member.match["family"] is not None


def _grown(match: re.Match[str]) -> int:
    if match["sets"]:
        return 4
    if match["both"]:
        return _ALL[match["both"]] * (2 if match["those"] in ("grandparents",) and match["both"] == "both" else 1)
    if match["ourselves"]:
        return to_int(match["ourselves"]) or 1
    return 2 if match["pair"] or match["us"] else 1


def _ages(match: re.Match[str]) -> tuple[int, ...] | None:
    """The ages beside a member; () where none are told, None where they are no ages of children."""
    said = next(
        (
            match[name]
            for name in ("cin", "caft", "sin", "saft", "kin", "kaft", "twin", "twa", "nage", "cbare")
            if match[name]
        ),
        None,
    )
    if said is None:
        return ()
    ages = tuple(to_int(number) for number in re.findall(NUMBER, said))
    if any(age is None or age >= GROWN_AT + 2 for age in ages):
        return None
    told = tuple(age for age in ages if age is not None)
    return (max(told),) if " or " in said and told else told
