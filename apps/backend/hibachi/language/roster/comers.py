"""Who comes on top of those counted before and who stays away, clause by clause: "my parents are coming, the twins aren't (8)"."""

from dataclasses import dataclass, replace

from hibachi.kit import lazy_re as re
from hibachi.language.guest_spelling import plain
from hibachi.language.numbers import NUMBER, find_numbers, settled
from hibachi.language.party import GROWN_AT
from hibachi.language.roster.families import Group
from hibachi.language.roster.phrases import Phrases
from hibachi.language.roster.tokens import tokens_of
from hibachi.language.roster.words import RELATION

COMES, AWAY, STAYS = 1, -1, 2
_CHILDREN = (
    r"(?:kids?|kiddos?|child(?:ren)?|boys?|girls?|sons?|daughters?|twins|little ones|nephews|nieces"
    r"|grand(?:kids|children|sons|daughters))"
)
_CALLED = re.compile(
    r"(?P<lead>^|[^a-z])(?:my |our )?(?P<who>uncle|aunt|auntie|aunty|cousin) (?!is\b|are\b|and\b|can"
    r"|won|will\b|plus\b|isn|aren|who\b|has\b|in\b|dropped|bailed"
    r"|cancel)[a-z]{2,}(?= (?:and|can|is|are|won|isn|aren|will|cancel|bail|drop|plus|aren|also|just)|,"
    r"| ?&|'s )"
)
""" "Uncle Mike and aunt Jo"."""
_NEITHER = re.compile(
    r",? (?:and |but )?(?:(?P<no>neither|nor)|so) (?:is|are|can|will|does"
    r"|do) (?P<who>(?:my|our|his|her|the|their) [\w' -]+?)(?=\s*(?:$|[.,;!?]))"
)
""" "And neither is my aunt"."""
_LESS = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:(?:less|fewer) (?P<who>people|guests?|adults?|kids?|children)"
    r"|(?P<noun>people|persons?|guests?|adults?|kids?|children)? ?(?:less|fewer))(?=\W|$)"
)
""" "2 kids less", "one person less, the baby is sick"."""
_NO_APOSTROPHE = re.compile(
    r"(?<=\bare)nt\b|(?<=\bis)nt\b|(?<=\bwo)nt\b|(?<=\bca)nt\b|(?<=\bdo)nt\b|(?<=\bdoes)nt\b|(?<=\bcould)nt\b"
)
_BARE = re.compile(
    r"(?:^|(?<=[.,;!?(] )|(?<=\band )|(?<=\bplus )"
    rf"|(?<=\bthen ))(?=(?:{RELATION})(?:,| (?:and|is|are|can't|cannot|won't|will|wants|plus)\b"
    r"|'s (?:coming|bringing|joining)))"
)
""" "Sister and her two kids are coming": nobody's "my" stands before her."""
_SO_MANY = re.compile(
    rf"\b(?P<whose>my|our|his|her|their|the) (?P<who>{_CHILDREN})(?:, (?P<n>{NUMBER}) of (?:them|em)"
    rf"| \((?P<m>{NUMBER})(?: of (?:them|em))?\))(?=\W|$)"
)
""" "Her kids, 3 of them"."""
_SAID_SO = (
    r"(?: (?:just|has|have|had|sadly|unfortunately|also|now|suddenly|both|all|actually|to|will|after all"
    r"|can|is|are|wants?|decided|'ll|'s|'re))*"
)
_COMES = (
    r"(?:com(?:e|es|ing)|join(?:s|ing|ed)?(?: us)?|tag(?:s|ging)? along|said yes|make it|making it"
    r"|be there|attend(?:ing)?)"
)
_NOT = (
    r"(?:isn'?t|aren'?t|is not|are not|won'?t|can'?t|cannot|can not|couldn'?t|ain'?t|doesn'?t|don'?t"
    r"|does not|do not|not|no longer|will not)"
)
_AWAY = re.compile(
    rf"^,?{_SAID_SO} (?:{_NOT}(?: (?:be|able to|going to|gonna|actually|all|both))* (?:{_COMES}|able"
    r"|there|going)|(?:cancell?(?:ed|s)?|bail(?:ed|s)?|drop(?:ped|s)? out|back(?:ed|s)? out|flake[ds]?|pull(?:ed|s)? out)"
    r"|out(?= now| sick|\s*(?:$|[.,;!?(])))(?=\W|$)"
)
_NOUN = r"(?:adults?|grown[- ]?ups|people|kids?|children|child|toddlers?|bab(?:y|ies))"
_COUNTED_BEHIND = re.compile(
    r"\b(?:the [a-z]+s(?: family)?|[a-z]+'s (?:family|folks)"
    r"|(?:my|our|his|her) (?:[a-z]+'s )?(?:family|[a-z]+s)) (?P<verb>(?:are(?:n't)?|is(?:n't)?|can't"
    r"|won't|cancell?ed|bailed|dropped out|backed out|want to|wants to|just|also)\b[a-z' ]*?)(?:,|\."
    r"|;| -| \()? ?(?:that'?s|that is|they'?re|they are|so|it'?s|which is"
    rf"|all)? ?(?P<counts>{NUMBER} {_NOUN}(?:(?:,| and| &| \+| plus)* (?:a "
    rf"|an )?{NUMBER} {_NOUN})*)\)?"
)
""" "The Johnsons cancelled, that's 2 adults and 2 kids"."""
_LEFT_AWAY = re.compile(rf"^ {_NOT}(?= (?:after all|any ?more|now)\b|\s*(?:$|[.,;!?(]))")
""" "And the twins aren't", beside others who come."""
_STILL_COMES = re.compile(r"^ (?:still )?(?:are|is|can|will|do|does)(?= (?:still|coming)\b|\s*(?:$|[.,;!?(]))")
""" "My brother isn't coming but his wife is": nobody more."""
_LIKEWISE = re.compile(r"\b(?:neither|nor|so (?:is|are|does|do|will|can))\b")
_JOINS = re.compile(
    rf"^,?{_SAID_SO} {_COMES}(?=\W|$)(?! (?:back|home|from|at|by|on|in|around|late|early|earlier|later"
    r"|for (?:the|a|our)|with (?:the|his|her|their) own)\b)"
)
_TOO = re.compile(r"^,? (?:too|as well|also|instead)(?=\s*(?:$|[.,;!?(]))")
_BRINGS = re.compile(
    r"(?:\b(?:bring(?:s|ing)?|add(?:s|ing)?|invit(?:e|es|ed|ing)|include|squeeze in)(?: along| in)? "
    r"|(?:^|[.,;!?] |\band )(?:plus|\+|and also|also) )$"
)
_ADDS_THEM = re.compile(r"[,.;!?].*\b(?:add|include|squeeze in|count in|put down)(?: in)? $")
_THEIR_OWN = re.compile(
    r"^ (?:own|famous|homemade|special|favou?rite|drinks?|food|rice|cake|dessert|salad|wine|beer"
    r"|chairs?|tables?|(?:[a-z]+ ){1,3}[a-z]*(?:rice|cake|salad|dish|dessert|food|pie)s?)\b"
)
""" "Can my cousin bring her puerto rican rice": a dish of hers, nobody more."""
_TAKES_OFF = re.compile(r"\b(?:minus|remov(?:e|ing)|without|tak(?:e|ing) off|cross off|drop|but not|just not) $")
_BRINGER = re.compile(rf"^,?{_SAID_SO} (?:bring(?:s|ing)?|wants? to bring)(?: along)? $")
_HERSELF = re.compile(
    r"\b(?:s?he|they)(?:'s| is|'re| are|'ll| will| would"
    rf"| wants? to)?(?: also)? {_COMES}(?: (?:too|as well|also|along))?(?=\W|$)"
)
""" "And she's coming too": whoever brings the others."""
_JOINT = re.compile(
    r"^(?:\s*(?:,|and|&|\+|plus|with|w/|n|also|along with|as well as)(?=\W|$))*\s*(?:(?:her|his|their|my|our|the) )?$"
)
_GOES_ON = re.compile(
    r"^(?:,? (?:too|also|as well|with us))?(?:,? (?:and|plus|with|along with|&|\+)|,)(?: also| then)? $"
)
_AGES = re.compile(
    rf"(?:\(|\b(?:they'?re|they are|he'?s|he is|she'?s|she is|who(?:'s| is|'re| are)|{_CHILDREN} are"
    r"|aged?|ages) )(?:both |all |ages? |only |just |they'?re |he'?s "
    rf"|she'?s )*(?P<ages>{NUMBER}(?:(?:,? ?and |, ?| ?& ?){NUMBER}){{0,7}})(?: ?(?:years? old"
    r"|yrs?(?: old)?|yo|y/o))?(?=\W|$)"
)
_MORE = re.compile(
    rf"\b(?P<n>{NUMBER}) more(?=,|:|;|\?| altogether\b| in total\b| in all\b| then\b| now\b|\s*(?:$|[.!?]))"
)
_BARE_AGES = re.compile(rf"[,:(] ?(?P<ages>{NUMBER}(?:(?:,? ?and |, ?| ?& ?){NUMBER}){{1,5}})\)?(?=\s*(?:$|[.!?]))")
_IN_ALL = r"(?: (?:altogether|in total|total|in all|all together|then|now))*"
_IS_THEM = re.compile(
    rf"^{_IN_ALL}(?:,|:| \(| -+|;|\?|\.)? (?P<they>(?:the|my|our|her|his) [a-z]+s(?:,| and| plus| with"
    r"| \+| &)+ )?(?P<she>(?:s?he|her|him|me)(?:,| and| plus| with| \+| &)+ )?$"
)
""" "4 more people altogether, she and the three kids": who those four are."""
_SUMS_UP = re.compile(
    r"(?:\b(?:that'?s|so|which is|which makes|makes(?: it)?|meaning|i\.?e\.?)|[=,(])\s*(?:(?:it'?s|that'?s) )?(?:only |just )?(?:minus )?$"
)
""" "My sister and her husband are coming, that's 2 adults", "so 1 less kid": those who were just named."""
_ENDS = re.compile(r"\s*(?:\)|more|extra|(?:in )?total|altogether|then|now|please)*\s*(?:$|[.!?;])")
_ANOTHER = re.compile(
    rf"\b(?:{RELATION})\b|\b(?:one|another|some(?:one|body)|nobody|half"
    r"|all)(?= (?:is|are|can|will|won|bailed|cancel|dropped|isn))"
)
_SUPPOSED = re.compile(
    r"\b(?:if|whether|in case|might|may|maybe|perhaps|not sure|unless"
    r"|(?:what time|when|how early) (?:does|do|is|are|will|should|can))\b"
)
_OTHER_PLACE = re.compile(r"[$%]|\d ?(?:am|pm)\b|\d:\d\d|\b(?:instead of|rather than|not \d)")


@dataclass(frozen=True, slots=True)
class Comers:
    """Those who join and those who stay away, each with the ages that were told."""

    joining: tuple[Group, ...] = ()
    away: tuple[Group, ...] = ()


@dataclass(slots=True)
class _Run:
    """Groups in a row, what is said of them (they come, they do not, they do as before), and whether they bring others."""

    groups: list[Group]
    start: int
    end: int
    way: int = 0
    brings: bool = False

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)


def read_comers(text: str) -> Comers | None:
    """Who joins and who stays away; None where a text does not tell it plainly, or counts anything that was not read."""
    text = _plainly(_NO_APOSTROPHE.sub("n't", text))
    if _SUPPOSED.search(text) or _LIKEWISE.search(text) or _OTHER_PLACE.search(text):
        return None
    said = _SO_MANY.sub(lambda many: f"{many['whose']} {many['n'] or many['m']} {many['who']}", _BARE.sub("my ", text))
    said = _MORE.sub(lambda more: f"{more['n']} more people", said)
    clean = plain(settled(said), settled=True).text
    runs = _runs(said)
    if not runs:
        return None
    told = _told_apart(clean, runs)
    if told is None:
        return None
    _ways(clean, told)
    herself = [run for run in told if run.brings and run.count == 1]
    if herself and _HERSELF.search(clean[herself[-1].end :]):
        herself[-1].way = COMES
    joining = [group for run in told if run.way == COMES for group in run.groups]
    away = [group for run in told if run.way == AWAY for group in run.groups]
    if not all(run.way or run.brings for run in told) or not (joining or away) or _counts_more(clean, runs):
        return None
    if any(group.whole and group.kind == "people" and group.numbered for group in away):
        return None  # "my brother's family can't come, so 10 people"
    if any(group.among or group.doubtful or group.definite for group in joining) or any(
        group.me for group in (*joining, *away)
    ):
        return None
    return Comers(tuple(joining), tuple(away))


def _plainly(text: str) -> str:
    """The text with who goes by a name, and who is counted behind the verb, as groups before it."""
    text = _LESS.sub(lambda less: f"minus {less['n']} {less['who'] or less['noun'] or 'people'}", text)
    text = _CALLED.sub(lambda one: f"{one['lead']}my {one['who']}", text)
    text = _NEITHER.sub(
        lambda one: f", {one['who']} {'can' + chr(39) + 't come' if one['no'] else 'is coming too'}", text
    )
    return _COUNTED_BEHIND.sub(lambda one: f"{one['counts']} {one['verb']}", text)


def _runs(text: str) -> list[_Run]:
    clean = plain(settled(text), settled=True)
    tokens = tokens_of(clean)
    phrases, runs, at, added = Phrases(tokens), list[_Run](), 0, False
    while at < len(tokens):
        found = phrases.at(at)
        if found is None:
            at += 1
            continue
        group, at = found
        summed = bool(runs) and _is_sum(clean.text, runs[-1])
        if runs and _is_added_by_a_pronoun(clean.text, runs[-1], group):
            added = True
            continue
        if runs and _is_told_again(clean.text, runs, group):
            runs[-1].end = group.end
            continue
        if (
            not summed
            and runs
            and _JOINT.match(clean.text[runs[-1].end : group.start])
            and not (group.more or runs[-1].groups[-1].more)
        ):
            runs[-1].groups.append(group)
            runs[-1].end = group.end
        else:
            runs.append(_Run([group], group.start, group.end, way=COMES if added else 0))
        added = False
    runs = [run for run in runs if not (len(run.groups) == 1 and run.groups[0].me)]  # "i", who tells it
    for run in runs:
        run.groups = _without_their_kids(run.groups)
    return [_with_ages(clean.text, run, runs[at + 1 :]) for at, run in enumerate(runs)]


def _without_their_kids(groups: list[Group]) -> list[Group]:
    """ "A family of 4, kids are 3 and 8": the children are of the four."""
    family = next((group for group in groups if group.noun == "family"), None)
    young = sum(group.count for group in groups if group.kind in ("children", "toddlers"))
    if family is None or not 0 < young < family.count or any(group.kind == "adults" for group in groups):
        return groups
    return [replace(group, count=family.count - young) if group is family else group for group in groups]


def _with_ages(text: str, run: _Run, later: list[_Run]) -> _Run:
    """The row with the ages that stand behind its verb: "the twins aren't (they're 8)", "he can't come, he's 10"."""
    behind = text[run.end : later[0].start if later else len(text)]
    told = _AGES.search(behind) or _BARE_AGES.search(behind)
    ages = tuple(int(one.low) for one in find_numbers(told["ages"])) if told else ()
    young = [group for group in run.groups if group.kind in ("children", "toddlers") and not group.ages]
    if not ages or len(young) != 1 or max(ages) >= GROWN_AT:
        return run
    each = ages * young[0].count if len(ages) == 1 else ages
    if len(each) == young[0].count:
        run.groups = [
            replace(group, kind="children", ages=each) if group is young[0] else group for group in run.groups
        ]
    return run


def _told_apart(text: str, runs: list[_Run]) -> list[_Run] | None:
    """The rows without a sum of theirs ("so that's 4 more"); None where it is not theirs."""
    sums = [run for run in runs if _is_sum(text, run)]
    if len(sums) != 1 or len(runs) == 1:
        return runs
    whole, rest = sums[0], [run for run in runs if run is not sums[0]]
    after = rest[0] if runs.index(whole) == 0 else None
    theirs = _IS_THEM.match(text[whole.end : after.start]) if after is not None else None
    if after is None or theirs is None:
        kind = whole.groups[0].kind if len(whole.groups) == 1 else "people"
        like = [
            one
            for run in rest
            for one in run.groups
            if kind in ("people", one.kind) or (kind, one.kind) == ("adults", "people")
        ]
        return rest if sum(one.count for one in like) == whole.count else runs
    if theirs["she"]:
        after.groups.insert(0, Group("adults", 1, whole.end, whole.end))
    if theirs["they"] and 0 < whole.count - after.count:
        after.groups.insert(0, Group("people", whole.count - after.count, whole.end, whole.end))
    if after.count != whole.count:
        return None
    after.groups = [replace(group, definite=False) for group in after.groups]
    after.way = COMES if whole.groups[0].more else AWAY
    return rest


def _is_added_by_a_pronoun(text: str, run: _Run, group: Group) -> bool:
    """ "My aunt wants to come, add her": she herself; "add her and her son": with one more."""
    again = group.pronoun and not run.groups[-1].pronoun and run.count >= group.count
    return again and bool(_ADDS_THEM.search(text[run.end : group.start]))


def _is_told_again(text: str, runs: list[_Run], group: Group) -> bool:
    """ "My brother comes with his wife, 2 adults": how many those are."""
    generic = group.numbered and not (group.relation or group.own or group.ages or group.among or group.more)
    named = [one for run in runs for one in run.groups]
    grown = group.kind in ("adults", "people") and all(one.kind in ("adults", "people") for one in named)
    counted = group.count in (runs[-1].count, sum(one.count for one in named))
    behind = text[runs[-1].end : group.start].strip() in (",", "(", "-")
    return generic and grown and counted and behind and any(one.relation for one in named)


def _is_sum(text: str, run: _Run) -> bool:
    """ "4 more people", "minus 2 people": so many, whoever they are."""
    first, before = run.groups[0], text[: run.start]
    if len(run.groups) == 1 and first.kind == "people" and (first.more or before.endswith("minus ")):
        return True
    said = first.numbered and not any(one.relation or one.own or one.ages or one.among for one in run.groups)
    return said and bool(_SUMS_UP.search(before) and _ENDS.match(text[run.end :]))


def _ways(text: str, runs: list[_Run]) -> None:
    """Write down of each row whether it comes or stays away."""
    for at, run in enumerate(runs):
        behind = text[run.end : runs[at + 1].start if at + 1 < len(runs) else len(text)]
        before = text[runs[at - 1].end if at else 0 : run.start]
        run.brings = bool(_BRINGER.match(behind))
        run.way = run.way or _way(before, behind, runs[at - 1].way if at else 0) or COMES * run.groups[0].more


def _way(before: str, behind: str, last: int) -> int:
    """What is said of a row by the words around it; last: what was said of the row before."""
    if _AWAY.match(behind) or (last and _LEFT_AWAY.match(behind)):
        return AWAY
    if _JOINS.match(behind) or _TOO.match(behind):
        return COMES
    if last and _STILL_COMES.match(behind):
        return STAYS
    if _TAKES_OFF.search(before):
        return AWAY
    if _BRINGS.search(before) and not _THEIR_OWN.match(behind):
        return COMES
    verb = _AWAY.match(before) or _JOINS.match(before)
    return last if verb is not None and _GOES_ON.match(before[verb.end() :]) else 0


def _counts_more(text: str, runs: list[_Run]) -> bool:
    """Whether a number, or a person, stands beside the rows and their ages."""
    for pattern in (_AGES, _BARE_AGES):
        for told in pattern.finditer(text):
            text = text[: told.start()] + " " * len(told.group()) + text[told.end() :]
    for run in runs:
        text = text[: run.start] + "#" * (run.end - run.start) + text[run.end :]
    if _ANOTHER.search(text):
        return True
    return any(number.span.text not in ("one", "a", "an") for number in find_numbers(text))
