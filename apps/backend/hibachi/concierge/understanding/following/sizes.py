"""Short shapes that count the guests anew and are no day: "same but 16", "we might be 16", "12 max", "down by 2", "we got a sitter". Pure."""

from typing import Literal

from hibachi.concierge.understanding.following.schemas import Delta, Heads, NoChildren, Recast
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.roster.words import GROWN_RELATION

MOST = 300
"""Guests; a larger number is an amount of money."""
_GROWN = re.compile(r"\b(?:adults?|grown[- ]?ups?)\b")
_LEAD = (
    r"\W*(?:(?:ok(?:ay)?|no|nah|hm+|actually|then|so|and|but|n|sorry|wait|oh|if|what if|how much if|maybe"
    r"|probably|looks like|guess|i guess|i think|think|also)\W+)*"
)
_SOME = r" (?:adults?|people|ppl|guests?|of us|grown[- ]?ups|heads|persons)"
_PEOPLE = rf"(?:{_SOME})?"
_TAIL = (
    r"(?:,? (?:then|actually|after all|instead|please|pls|now|total|though|tho"
    r"|how much(?: (?:is it|would it be|then))?|what(?:'?s| is) (?:it|that|the (?:price|total))(?: then)?"
    r"|whats it then|what then|new (?:price|total)|price|same (?:menu|food|everything|thing)))*\W*"
)
_N = rf"(?P<n>{NUMBER})"
_SET = re.compile(
    rf"{_LEAD}(?:(?:the )?same (?:thing |party |quote |deal |menu |everything )?(?:but|with|for|at"
    r"|just)(?: for| with)?|wbt|hbu|wb|hw abt|wat abt|what abt|how abt"
    r"|(?:we|it|there|its|it'?s)? ?(?:might|may|could|will|would|'ll|'d|can|are going to|is going to"
    r"|gonna) (?:(?:maybe|probably|end up|only|just|even|well|actually) )*(?:be|being"
    r"|end up(?: being| at| with)?)|(?:we |it )?(?:ends?|ended|ending) up(?: being| at"
    r"| with)?(?: only| just)?"
    r"|be|price (?:at|for|with)|cost (?:at|for|with)|(?:i )?recount(?:ed)?,?"
    r"|(?:i )?counted(?: again)?,?|(?:we )?(?:cut|shrink|trim|reduce|limit|cap|keep|get|bring|narrow"
    r"|slim|scale|knock|drop|go|went|came|come|whittle)(?:ped|d|s)? ?(?:it|us|that"
    r"|the (?:list|guest list|group|party))? ?(?:back |down )?(?:to|at)"
    r"|grow(?:n|s)? to|grew to|jump(?:ed)? to|went up to"
    r"|(?:we'?re |we are |it'?s )?(?:up|down) to(?: about| like)?|raise(?: it)? to"
    r"|bump(?:ed)?(?: (?:it|us))?(?: up)? to|final (?:answer|count|number|headcount)(?: is)?:?)"
    rf" ?(?:about |around |like |only |just |an even )?{_N}{_PEOPLE}{_TAIL}"
    rf"|{_LEAD}(?:what (?:does|would|will|is|wud)"
    rf"|how much (?:does|would|is|for))? ?(?P<m>{NUMBER}){_PEOPLE} (?:now|max|maximum|tops"
    r"|at (?:the )?most|at best|(?:come|comes) to|run(?: me| us)?|cost(?: me| us)?|final|total"
    rf"|all in all)(?: would be| is it)?{_TAIL}"
)
_STEP = re.compile(
    rf"{_LEAD}(?:(?:we'?re|we are|we went|it'?s|went|go|now) )?(?:(?P<up>up|plus)"
    r"|(?P<down>down|minus|knock(?:ed)? off|shave(?:d)? off"
    rf"|short))(?: by)? (?:another )?{_N}(?P<people>{_SOME})?{_TAIL}"
    rf"|{_LEAD}(?:(?:we'?re|we are|now) )?(?P<m>{NUMBER})(?P<folk>{_SOME})? (?:(?P<more>up)"
    rf"|(?P<less>down|short|off))(?: now)?{_TAIL}"
)
_MYSELF = re.compile(
    rf"{_LEAD}(?:i )?(?:forgot|didn'?t|didnt|haven'?t|havent|did not)(?: to)?(?: count(?:ed)?| include"
    r"| add)? (?:myself|me)(?:,? (?:in that|lol|haha|so (?:one|1) more"
    rf"|so (?:plus|add) (?:one|1)))?{_TAIL}"
)
_FORGOTTEN = re.compile(
    rf"{_LEAD}(?:(?:oops|whoops)\W+)?(?:i |we )?(?:forgot|left out|didn'?t count)(?: about| to count"
    rf"| to include)? (?:my|our|the) (?:{GROWN_RELATION})(?:,? so (?:one|1) more)?{_TAIL}"
)
_SITTER = re.compile(
    rf"{_LEAD}(?:(?:good news|great news|great)\W+)?(?:we|i|they)?(?:'ve|'ll| have| will)? ?(?:just "
    r"|finally )?(?:got|found|get|have|hired|booked|arranged|getting|hire)(?: us)? (?:a|the|our"
    r"|an?other) (?:baby ?sitter|sitter"
    r"|nanny)(?: for (?:the|our|my|all)?(?: the)? ?(?:kids|children|kiddos|little ones|boys|girls"
    r"|night))*(?:,? so (?:no kids|just (?:the |us )?(?:adults|grown ?ups)|adults only"
    rf"|kids (?:are out|stay home|wont come|won't come)))?{_TAIL}"
)


_RECAST = re.compile(
    rf"{_LEAD}(?:swap|trade|change|switch|replace|turn|make)(?: out)? {_N} (?:of the )?(?:adults?"
    rf"|grown[- ]?ups|people) (?:for|to|with|into|by) (?P<kids>{NUMBER}) (?:kids?"
    rf"|children)\W*(?P<ages>(?:(?:aged?|ages|who are|they'?re)? ?\(?[\d ,&]+(?:and \d+)?\)?)?){_TAIL}"
)


def who_in(said: str) -> Literal["people", "adults"]:
    """Whom a count is of: "17 adults now" leaves the children, "21 now" is everybody."""
    return "adults" if _GROWN.search(said) else "people"


def _recast(folded: str) -> Recast | None:
    """ "Swap 2 adults for 2 kids, 7 and 9": the same number, of whom so many are children after all."""
    told = _RECAST.fullmatch(folded)
    if told is None or to_int(told["n"]) != to_int(told["kids"]):
        return None
    ages = tuple(int(age) for age in re.findall(r"\d+", told["ages"]))
    number = to_int(told["kids"]) or 0
    return Recast(number, ages) if number and len(ages) in (0, number) else None


def read(folded: str) -> Delta | None:
    """What such a message does to the guests; None where it is none."""
    if recast := _recast(folded):
        return recast
    if told := _STEP.fullmatch(folded):
        number = to_int(told["n"] or told["m"])
        named = told["people"] is not None or told["folk"] is not None
        return Heads("add" if told["up"] or told["more"] else "remove", number, named=named) if number else None
    if told := _SET.fullmatch(folded):
        number = to_int(told["n"] or told["m"])
        return Heads("set", number, who_in(told.group())) if number and number < MOST else None
    if _MYSELF.fullmatch(folded) or _FORGOTTEN.fullmatch(folded):
        return Heads("add", 1, "people")
    return NoChildren() if _SITTER.fullmatch(folded) else None
