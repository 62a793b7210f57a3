"""Mentions of guests that stand in one row: "me, my wife, our 3 kids (4, 7, 13) and 8 friends", with what joins them."""

from dataclasses import replace

from hibachi.language.party import GROWN_AT
from hibachi.language.roster.chain import Chain
from hibachi.language.roster.chain_words import (
    AGAIN,
    BANDS,
    CHILDREN,
    FAMILIES,
    INCLUDES,
    LEADS,
    LONGEST,
    MARKS,
    PAIRS,
    PARTNERS,
    PEOPLE,
    VERBS,
)
from hibachi.language.roster.families import Group
from hibachi.language.roster.joints import Joints
from hibachi.language.roster.tokens import Token
from hibachi.language.roster.totals import sums_up
from hibachi.language.roster.words import ARTICLES, CALLED, NOUNS


class Chains(Joints):
    """All rows of guests of one text."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        super().__init__(tokens)
        self.spoken: int | None = None

    def all(self) -> list[Chain]:
        found: list[Chain] = []
        families = self.labelled() or any(token.text in FAMILIES for token in self.tokens)
        at = 0
        while at < len(self.tokens):
            chain = self._with_total(at) or self.chain(at)
            if chain is None or (chain.groups[0].noun == "bounded" and chain.total is None):
                at += 1
                continue
            chain.families = families
            found.append(self._closed(chain))
            at = max(chain.end, at + 1)
        return found

    def chain(self, at: int) -> Chain | None:
        """The row that begins at a token."""
        one = self.at(at) or self._first_name(at)
        if one is None:
            return None
        chain = Chain([one[0]], [frozenset()], at, one[1], ends=[one[1]])
        opened = self.text(at - 1) == "(" and any(self.label(at - step) == at for step in (2, 3, 4))
        while len(chain.groups) < LONGEST:
            self._explained(chain)
            self._told_in_pairs(chain)
            names, behind = self.joint(chain.end, opened=opened) or (frozenset(), chain.end)
            if not names and chain.groups[-1].noun == "family" and self._is_another_side(chain.end):
                names, behind = frozenset(","), chain.end + 1  # "my side 12. husband's 14"
            opened = self.text(behind - 1) == "(" or (opened and self.text(chain.end) != ")")
            following = self._following(chain, behind)
            if following is None and names and self._told_in_brackets(chain, behind, names):
                continue
            if following is None or not (names or self._bare_joint(chain, *following)):
                break
            if following[0].finite and not self._told_by_age(chain, following[0]):
                break
            if names <= {",", "and"} and "," in names and self._does_something(*following):
                break
            chain.groups.append(replace(following[0], finite=False))
            chain.joints.append(names)
            chain.end = following[1]
            chain.ends.append(chain.end)
            self._of_same_age(chain)
        chain.end += opened and self.text(chain.end) == ")"
        return chain

    def _is_another_side(self, at: int) -> bool:
        return self.text(at) in (".", "!") and self.side(at + 1, behind_another=True) is not None

    def _told_in_brackets(self, chain: Chain, at: int, names: frozenset[str]) -> bool:
        """ "... and us (2 adults + a 6 yo)", "... + their daughters (8 girls, all 10)": told one by one in brackets."""
        at += self.text(at) in ("the", "our", "my", "their")
        noun = NOUNS.get(self.text(at))
        if self.text(at + 1) != "(" or not (self.text(at) == "us" or (noun is not None and noun.plural)):
            return False
        inside = self.chain(at + 2)
        if inside is None or self.text(inside.end) != ")" or not any(group.numbered for group in inside.groups):
            return False
        inside.joints[0] = names
        chain.groups += inside.groups
        chain.joints += inside.joints
        chain.ends += inside.ends
        chain.end = chain.ends[-1] = inside.end + 1
        return True

    def _of_same_age(self, chain: Chain) -> None:
        """ "Him and 9 friends the same age", "3 buddies her age": as old as the child named before them, or spoken of."""
        last, at = chain.groups[-1], chain.end
        while self.text(at) in ("all", "of", "the", "who", "are", "(", "about", "that"):
            at += 1
        same = self.text(at) in ("same", "his", "her", "their", "that") or self.text(at - 1) == "that"
        at += self.text(at) in ("same", "his", "her", "their")
        known = [one.ages for one in chain.groups[:-1] if one.kind == "children" and len(set(one.ages)) == 1]
        age = known[-1][0] if known else self.spoken
        several = any(one.kind == "children" and one.ages for one in chain.groups[:-1])
        told = age is not None or several
        if not same or self.text(at) != "age" or not told or last.ages or last.kind == "adults":
            return
        end = at + 1 + (self.text(at + 1) == ")")
        ages = (age,) * last.count if age is not None else ()
        chain.groups[-1] = replace(last, kind="children", ages=ages, doubtful=False)
        chain.end = chain.ends[-1] = end

    def _bare_joint(self, chain: Chain, group: Group, end: int) -> bool:
        """ "Me my husband 2 kids", "my sister her husband": written without a sign, and no sentence about the next one."""
        first = next((at for at in range(chain.end, end) if self.tokens[at].start >= group.start), chain.end)
        adjacent = self.tokens[first].start - self.tokens[chain.end - 1].end <= 1
        mine = any(one.me for one in chain.groups) and (group.relation or group.numbered)
        mine = mine or (chain.groups[-1].noun in CALLED and (group.noun in CALLED or group.me))
        last = chain.groups[-1]
        theirs = last.relation and group.relation and self.text(first) in ("his", "her", "their", "my", "me")
        bands = (last.noun in BANDS, group.noun in BANDS, last.kind != group.kind)  # "3 adults 1 kid"
        split = all(bands) and last.numbered and group.numbered
        return adjacent and (mine or theirs or split) and self.text(end) not in VERBS and not group.whole

    def _does_something(self, group: Group, end: int) -> bool:
        """ "12 adults, my mom is paying": a sentence about somebody, and nobody more."""
        named = group.relation and not group.numbered and not group.me
        beside = self.at(end + 1) if self.text(end) in ("and", "&") else None
        end = beside[1] if beside is not None and beside[0].relation and not beside[0].numbered else end
        comes = self.text(end + 1) in ("coming", "joining", "come", "join", "too", "also", "in")
        return named and self.text(end) in VERBS and not comes

    def _told_by_age(self, chain: Chain, group: Group) -> bool:
        """ "9 adults, kids are 6 and 8": nobody else's children, where none were counted before."""
        young = any(one.kind in ("children", "toddlers") and not one.ages for one in chain.groups)
        return not young and not group.definite and group.noun in CHILDREN and len(group.ages) == group.count > 1

    def _following(self, chain: Chain, at: int) -> tuple[Group, int] | None:
        label = at + (self.text(at) == "all" and self.text(at + 1) in ("the", "our", "my"))
        label += self.text(label) in ("the", "our", "my", "some")
        labelled = self.text(label) in ("kids", "children", "cousins", "girls", "boys") and self.text(label + 1) == ":"
        called = self.text(label) in CHILDREN and self._named(label + 1) is not None  # "my kids Mia (6) and ..."
        if (labelled or called) and self.at(at) is None:
            at = label + 1 + labelled
        if self.value(at) is not None and self._is_share(at):
            return None
        total = self.total_at(at)
        if total is not None and (total[1] or total[0] == chain.heads):
            return None
        last = chain.groups[-1]
        other = self.side(at, behind_another=True) if last.noun == "family" else None
        found = other or self._their_partners(chain, at) or self.at(at) or self._ours(chain, at)
        found = found or self._next_name(chain, at)
        if found is not None and found[0].noun == "bounded" and last.noun != "bounded" and last.low is None:
            return None
        return found

    def _first_name(self, at: int) -> tuple[Group, int] | None:
        """ "Tom, Ana and me": a name that begins a list of names."""
        led = at == 0 or self.text(at - 1) in (
            ":",
            "it's",
            "is",
            "be",
            "are",
            "for",
            "list",
            "with",
            "\n",
            "invited",
            "inviting",
        )
        named = self.bare_name(at) if led else None
        joint = self.joint(at + 1)
        if named is None or joint is None or self.text(at + 1) not in (",", "and", "&", "+"):
            return None
        return named if self.bare_name(joint[1], listed=True) or self.at(joint[1]) else None

    def _next_name(self, chain: Chain, at: int) -> tuple[Group, int] | None:
        """A name among those who come; the last one after a comma signs the message."""
        called = chain.groups[-1].me or any(one.noun in ("called", "name") for one in chain.groups)
        listed = chain.groups[-1].noun in ("called", "name")
        named = self.bare_name(at, listed=listed) if called else None
        if named is None:
            return self._unknown_name(chain, at)
        joined = self.text(at - 1) in ("and", "&", "+", "plus")
        joint = self.joint(named[1])
        goes_on = joint is not None and (self.bare_name(joint[1], listed=True) or self.at(joint[1])) is not None
        return named if joined or goes_on else None

    def _unknown_name(self, chain: Chain, at: int) -> tuple[Group, int] | None:
        """ "Nana, Pop, Uncle Dave": one more of those who are called so, between two commas."""
        named = self.bare_name(at, listed=True) if chain.groups[-1].noun in CALLED else None
        if named is None or self.text(at - 1) != "," or self.text(at + 1) != ",":
            return None
        behind = self.at(at + 2)
        return named if behind is not None and behind[0].relation and not behind[0].numbered else None

    def _ours(self, chain: Chain, at: int) -> tuple[Group, int] | None:
        """ "The Nguyens are 4 and we are 3": the own family beside others."""
        if not any(group.noun in ("family", "clan") for group in chain.groups):
            return None
        number = at + 1 + (self.text(at + 1) in ("are", "'re", "r"))
        size = self.value(number)
        if self.text(at) not in ("we", "we're", "were") or size is None or not self.ends(number + 1):
            return None
        ours = self.group("people", size, at, number + 1)
        return replace(ours, me=True, relation=True, numbered=True, noun="family"), number + 1

    def _their_partners(self, chain: Chain, at: int) -> tuple[Group, int] | None:
        """ "... and their husbands": as many as they are whose husbands they are."""
        first, last = at, chain.groups[-1]
        if self.text(at) == "our" and self.text(at + 1) in PARTNERS and chain.groups[0].me and chain.heads > 2:
            ours = self.group("adults", chain.heads, first, at + 2)
            return replace(ours, numbered=True, relation=True, noun="partners"), at + 2
        if self.text(at) == "each" and self.text(at + 1) == "of":
            at += 2
        end = at + 2
        plural = self.text(at + 1) in PARTNERS
        if self.text(at + 1) == "plus" and self.text(at + 2) == "ones":
            plural, end = True, at + 3
        if self.text(at) != "their" or not plural or last.count < 2 or last.kind not in ("adults", "people"):
            return None
        return replace(self.group("adults", last.count, first, end), numbered=True, relation=True, noun="partners"), end

    def _is_share(self, at: int) -> bool:
        """ "2 of them", "one is 14": some of those who were counted."""
        return self.text(at + 1) == "of" and self.text(at + 2) in ("them", "those", "whom", "which", "the", "these")

    def _explained(self, chain: Chain) -> None:
        """ "4 kids (Mia 4, Leo 9 ...)", "8 of us (my parents, ...)": the last group told one by one."""
        last, at = chain.groups[-1], chain.end
        if last.noun in ("family", "clan") and self._with_children(chain):
            return
        opened = self.text(at) in ("(", ":", "-") or (last.noun == "family" and self.text(at) == ",")
        if not opened or not (
            last.whole
            or (last.kind == "children" and not last.ages)
            or last.noun in ("family", "clan", "couple", "couples")
        ):
            return
        inside = self.chain(at + 1)
        if inside is None:
            return
        bracket = self.text(at) == "("
        length = self._of_so_many(inside, last.count)
        if not length or (bracket and (length < len(inside.groups) or self.text(inside.end) != ")")):
            return
        inside.joints[0] = chain.joints[-1]
        chain.groups[-1:] = [replace(group, doubtful=False) for group in inside.groups[:length]]
        chain.joints[-1:] = inside.joints[:length]
        chain.ends[-1:] = inside.ends[:length]
        chain.end = inside.ends[length - 1] + bracket

    def _with_children(self, chain: Chain) -> bool:
        """ "My family of 4 (kids are 8 and 10)", "the Smiths (5) with 3 kids": some of the family are its children."""
        last, at = chain.groups[-1], chain.end
        sign = self.text(at)
        if sign not in ("(", ",", ":", "-", "with", "including", "incl"):
            return False
        start = at + 1
        start += self.text(start) in ("with", "including", "of", "where", "and", "the", "our", "my", "their")
        start += self.text(start) in ("the", "our", "my", "their")
        some = self._some_of(start)
        found = some or self.at(start)
        if found is None or found[0].kind not in ("children", "toddlers") or found[0].count >= last.count:
            return False
        young, end = found
        if sign == "," and ((young.numbered and not young.ages) or (some is None and self._is_another(last, at + 1))):
            return False
        inside = sign == "(" or (last.noun == "clan" and self.text(end) == ")")
        if inside and self.text(end) != ")":
            return False
        rest = replace(last, count=last.count - young.count)
        joint = chain.joints[-1]
        chain.groups[-1:] = [rest, replace(young, finite=False, doubtful=False)]
        chain.joints[-1:] = [joint, frozenset((sign,))]
        chain.end = end + inside
        chain.ends[-1:] = [at, chain.end]
        return True

    def _some_of(self, at: int) -> tuple[Group, int] | None:
        """ "The Bakers (5, one is 3)": children told by their ages alone."""
        count = self.value(at)
        told = self.ages.told(at + 1, count) if count and self.text(at + 1) in ("is", "are", "aged") else None
        if told is None or not count or len(told.ages) not in (1, count) or max(told.ages) >= GROWN_AT:
            return None
        some = self.group("children", count, at, told.end)
        return replace(some, ages=told.ages * (count // len(told.ages)), numbered=True), told.end

    def _is_another(self, family: Group, at: int) -> bool:
        """ "A family of 6, an 18 month old", "my sister's family of three, my twin boys": of another family, behind a comma."""
        return self.text(at) in ARTICLES or (self.text(at) in ("my", "our") and not family.me)

    def _told_in_pairs(self, chain: Chain) -> None:
        """ "10 adults (5 couples)", "12 of us, 6 couples": as many, told once more in pairs."""
        last, at = chain.groups[-1], chain.end
        sign = self.text(at)
        if sign not in AGAIN or last.kind not in ("adults", "people") or last.noun in PAIRS:
            return
        at += 1
        while self.text(at) in LEADS and self.value(at) is None:
            at += 1
        found = self.at(at)
        if found is not None and found[0].noun in PAIRS and found[0].count == last.count:
            chain.end = found[1] + (sign == "(" and self.text(found[1]) == ")")

    def _of_so_many(self, inside: Chain, count: int) -> int:
        """How many of the first groups come to a number; 0 where none do."""
        heads = 0
        for at, group in enumerate(inside.groups):
            heads += group.count
            if heads == count:
                return at + 1
        return 0

    # -- totals -------------------------------------------------------------------------------------------------

    def total_at(self, at: int) -> tuple[int, bool, int] | None:
        """A total at a token ("8 of us", "14 total", "party of 9"): how many, whether a word says so, and where it ends."""
        led = self.text(at) in ("party", "group", "table", "total", "crew") and self.text(at + 1) == "of"
        marked = led and self.text(at) == "total"
        at += 2 * led
        at += self.text(at) in ("the", "all") and self.value(at + 1) is not None
        number = self.value(at)
        if number is None:
            return None
        at += 1
        noun = False
        if self.text(at) == "of" and self.text(at + 1) == "us":
            noun, at = True, at + 2
        elif self.text(at) in PEOPLE:
            noun, at = True, at + 1
        if self.text(at) in MARKS:
            marked, at = True, at + 1
        elif self.text(at) == "in" and self.text(at + 1) in ("all", "total"):
            marked, at = True, at + 2
        elif self.text(at) == "all" and self.text(at + 1) in ("together", "in", "told"):
            marked, at = True, at + 2 + (self.text(at + 2) == "all")
        return (number, marked, at) if noun or marked or led else None

    def _with_total(self, at: int) -> Chain | None:
        """ "8 of us: my parents and I", "there are 6 of us, me plus ...", "18 people including my wife"."""
        total = self.total_at(at)
        if total is None:
            return None
        number, marked, end = total
        sign = self.text(end)
        end += sign == "," and self.text(end + 1) in INCLUDES
        sign = self.text(end)
        includes = sign in INCLUDES
        if not includes and sign not in (":", ",", "(", "-", "—", "."):
            return None
        inside = self.chain(end + 1 + (self.text(end + 1) == "."))
        if inside is None:
            return None
        same = inside.heads == number
        if not same and not includes:
            return None
        if sign == "(" and self.text(inside.end) == ")":
            inside.end += 1
        inside.first, inside.total, inside.marked, inside.includes = at, number, marked, includes
        return inside

    def _closed(self, chain: Chain) -> Chain:
        """The row with the total behind it: ", so 10 in all", " = seven people", ". That makes 14 of us"."""
        last = chain.groups[-1]
        if chain.total is None and sums_up(
            chain.groups, chain.joints[-1], (self.text(chain.end), self.text(chain.end + 1))
        ):
            chain.joints.pop()
            chain.total, chain.marked = chain.groups.pop().count, True
            return chain
        if chain.total is None and len(chain.groups) > 1 and last.whole and not last.more:
            rest = chain.heads - last.count
            if rest == last.count and chain.joints[-1] <= {","}:
                chain.groups.pop()
                chain.joints.pop()
                chain.total = last.count
                return chain
        at = chain.end
        at += self.text(at) in (",", ".", ";", "-", "\n")
        led = at
        while self.text(at) in LEADS and at - led < 6:
            at += 1
        total = self.total_at(at)
        if total is None and at > led and self.value(at) == chain.heads and self.ends(at + 1):
            total = (chain.heads, False, at + 1)
        if total is None or at == chain.end:
            return chain
        number, marked, end = total
        if number == chain.heads or (marked and number > chain.heads and chain.total is None):
            chain.total, chain.marked, chain.end = number, marked, end
        elif marked or at > led:
            chain.total = -1
        return chain

    def ends(self, at: int) -> bool:
        return at >= len(self.tokens) or self.text(at) in (".", "?", "!", ",", ";", "\n", ")", "people", "total")
