"""A message as a follow-up to a quote, or None: every word of it has to belong to one. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from hibachi.concierge.understanding.following import remarks, returning, scaling, sizes, swapping
from hibachi.concierge.understanding.following.asked import amounts_tested, asks_both, asks_lines, part_asked, shared_by
from hibachi.concierge.understanding.following.dish_shares import ALL_GROWN, sharers, swap
from hibachi.concierge.understanding.following.lexing import COUPLE, Token, sentences, tokens
from hibachi.concierge.understanding.following.schemas import (
    Delta,
    Dish,
    Follow,
    Heads,
    NoChildren,
    Part,
    Recast,
)
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import LED, OPENERS
from hibachi.language.party import OLDEST_CHILD

_ANOTHER_SIZE = re.compile(
    rf"{LED}(?:(?:and|or|and for|or for|and with|and at)\W+(?P<n>{NUMBER})\s*\?+"
    rf"|(?:and|or)(?: for)? (?P<m>{NUMBER}))\W*"
)
_OF_OURS = re.compile(
    r"\bpay(?:ing)? for\b|\bthe one\b|@\d+ (?:one|version|option|plan)\b"
    r"|\b(?:first|second|third|last|other) one\b|\byou(?: guys| all)? (?:come|join|attend|show up)\b"
    r"|\bat \d{1,2}\b(?! (?:people|ppl|guests|adults|kids|of us))"
    r"|^\W*(?:and |so )?(?:do|does) (?:the |my |our )?(?:kids|children|adults|we all|everyone"
    r"|they) (?:all )?(?:get|have|like|eat)\b"
)
""" "Can you come at 3", "do the kids get filet?": about what we do and serve, no change of the party."""
_ONLY_ILL = re.compile(
    rf"{LED}(?:(?:and|but|sorry|unfortunately|sadly|so)\W+)*(?:my|our|his|her|their|the)? ?(?:\w+ ){{0,2}}[a-z]+(?:'s| is| are"
    r"| has| have| got| just got| fell| came| came down with| caught)+ (?:(?:very|really|so|just|still|pretty|also|now|got|in|with|down"
    r"|at|the|a|back|bad)\W+)*(?:sick|ill|hospital|icu|er|covid|flu|cold|stomach flu|stomach bug|strep|pneumonia|fever|surgery)\W*"
)
""" "My mom is in the hospital": somebody is ill, and nobody said yet that she stays away."""
_COUNTED_ILL = re.compile(rf"\b(?:{NUMBER}|some|several|half|few|both|another|someone|somebody|one of)\b")
_SMALL_TALK = re.compile(
    r"\W*(?:(?:ok(?:ay)?|k+|hm+|ha+|ha ha|lol|oh|ooh+|wow|ah|yes|yeah|yep|no|nope|thanks?"
    r"|thank you(?: so much| very much)?(?: for [a-z ]{3,40})?|thx|great|cool|nice|perfect|tempting"
    r"|interesting|got it|sounds good|good|i see|hi|hello|hey|hi again|sorry|wait|just curious"
    r"|just wondering|roughly is fine|rough(?:ly)? (?:number|idea)? ?(?:is|are) (?:fine|ok|enough)"
    r"|(?:best |kind |warm )?regards|best|cheers|sincerely|dear team|hello team|hi team)[\s,!.]*){1,4}"
)


def read(folded: str, dishes: Sequence[str | None], dish: str | None = None) -> Follow | None:
    """What a folded text does to a quote; the names of dishes stand in it as @0, @1, …, and dishes tells their keys.

    dish: the one that was talked of just now, which "it" and "that" then are.
    """
    whole = remarks.unsigned(folded)
    folded = remarks.without(whole)
    if back := returning.read(whole, dish, dishes) or returning.read(folded, dish, dishes):
        return Follow((back,), asks_price=True)
    folded = remarks.plainly(COUPLE.sub("2 people", folded))
    if turned := _whole(folded, dishes):
        return Follow(turned, supposes=bool(_SUPPOSES.search(folded)), asks_price=True)
    if size := _ANOTHER_SIZE.fullmatch(folded):
        return Follow((Heads("set", to_int(size["n"] or size["m"]) or 0),), supposes=True, bare=True)
    if asks_lines(folded):
        return Follow(asks=("lines",))
    if _OF_OURS.search(folded) or (_ONLY_ILL.fullmatch(folded) and not _COUNTED_ILL.search(folded)):
        return None
    if asks_both(folded):
        return Follow(asks=("both",))
    deltas: list[Delta] = []
    asks: list[Part] = []
    checks: tuple[int, ...] = ()
    shared: int | None = None
    supposes = price = reason = False
    for sentence in _readable(sentences(folded), dishes):
        part = part_asked(sentence)
        if part is not None:
            asks.append(part)
            checks += amounts_tested(sentence)
            shared = shared_by(sentence) or shared
            continue
        lexed = tokens(sentence)
        delta = _delta(lexed, dishes) if lexed is not None else None
        if delta is None and (turned := swapping.read(sentence, dishes)):
            deltas, price = [*deltas, *turned], True
            continue
        if lexed is not None and delta is None and _REASON.fullmatch("".join(token.kind for token in lexed)):
            reason = True
            continue
        if (
            delta is None
            and (reason or any(isinstance(one, Heads) for one in deltas))
            and (left := _LEFT.fullmatch(sentence))
        ):
            deltas.append(Heads("set", to_int(left["n"]) or 0, sizes.who_in(left.group())))
            continue
        if delta is None:
            only_price = lexed is not None and all(token.kind in "q?" for token in lexed)
            if not only_price and not _SMALL_TALK.fullmatch(sentence) and not _KEEPS.fullmatch(sentence):
                return None
            price = price or (only_price and bool(lexed))
            continue
        assert lexed is not None
        kinds = {token.kind for token in lexed}
        deltas.append(_too(delta, sentence, kinds))
        supposes = supposes or "?" in kinds
        price = price or "q" in kinds
    deltas = _agreeing(deltas)
    if reason and not any(isinstance(one, Heads) and one.op == "set" for one in deltas):
        return None
    if not deltas and not asks:
        return None
    return Follow(tuple(deltas), tuple(dict.fromkeys(asks)), supposes, price, checks=checks, shared=shared)


_SUPPOSES = re.compile(r"\b(?:what if|if|suppose|supposing|hypothetically|say)\b")


def _whole(folded: str, dishes: Sequence[str | None]) -> tuple[Delta, ...]:
    """What a message is as a whole: so many times as many, or one dish for another."""
    one = scaling.read(folded, dishes) or sizes.read(folded)
    return (one,) if one is not None else swapping.read(folded, dishes)


_REASON = re.compile(r"[bfFac]+x")
""" "My cousins bailed": why there are so many now, which is told beside it."""
_BUT_SO_MANY = re.compile(
    r"\b(?:everyone|everybody|all(?: of us)?) (?:but|except)\b"
)  # "for everyone but 4": no guests
_LEFT = re.compile(
    r"\W*(?:(?:so|now|that'?s|thats|makes|that|we'?re|we are|we(?:'ll| will) be|make (?:it|that)"
    rf"|it'?s|only|just|total of)\W+)*(?P<n>{NUMBER})(?: (?:now|total|then|altogether|adults|people"
    r"|of us))*\W*"
)
""" "My parents decided to come, so 14": how many that makes."""
_KEEPS = re.compile(
    rf"\W*(?:(?:{OPENERS}|we|with|the)\W+)*(?:(?:keep(?:ing)?|leave|leaving"
    r"|still(?: have| want| do| get)?|same)(?: (?:the|our|my|all|those"
    rf"|both))*(?: {NUMBER})? ?@\d+(?: (?:stays?|remains?|the same|as is|as it is|though|tho|still"
    r"|too))*|@\d+ (?:stays?|remains?|the same|as is|as it is|still))\W*"
)
""" "But still the lobster", "keep the lobster": what is there stays."""
_PARTS = re.compile(r",\s*(?:(?:and|but|so|then) )?|\s(?:and|but|so)\s")
MOST_PARTS = 3


def _readable(said: list[str], dishes: Sequence[str | None]) -> list[str]:
    """The sentences; one that is no single change in the parts that its commas make, where each is one or keeps something."""
    found: list[str] = []
    for sentence in said:
        parts = [part for part in _PARTS.split(sentence) if part.strip()]
        whole = part_asked(sentence) is not None or _one(sentence, dishes)
        each = all(_one(part, dishes) or _KEEPS.fullmatch(part) for part in parts)
        apart = _guests_and_dish(parts, dishes) if len(parts) == 2 and not _BUT_SO_MANY.search(sentence) else []
        found += apart or (parts if not whole and 1 < len(parts) <= MOST_PARTS and each else [sentence])
    return found


def _guests_and_dish(parts: list[str], dishes: Sequence[str | None]) -> list[str]:
    """ "We are 10 and gyoza for everyone": the number counts the guests, and the dish is for all of those; none otherwise."""
    told = [_LEFT.fullmatch(part) for part in parts]
    plain = [
        f"make it {left['n']} people" if left and sizes.who_in(left.group()) == "people" else part
        for part, left in zip(parts, told, strict=True)
    ]
    plain.sort(key=lambda part: "@" in part)
    deltas = [_delta(lexed, dishes) for part in plain if (lexed := tokens(part)) is not None]
    apart = [type(one) for one in deltas] == [Heads, Dish]
    return plain if apart and not (told[1] and _counts_portions(deltas[0], deltas[1:])) else []


def _one(sentence: str, dishes: Sequence[str | None]) -> bool:
    lexed = tokens(sentence)
    return lexed is not None and _delta(lexed, dishes) is not None


def _agreeing(deltas: list[Delta]) -> list[Delta]:
    """ "No sorry, 23: two flaked": the number that is left is told, and why is no second change."""
    deltas = [one for at, one in enumerate(deltas) if not _told_twice(one, deltas[:at])]
    deltas = [one for at, one in enumerate(deltas) if not _counts_portions(one, deltas[:at])]
    sets = [one for one in deltas if isinstance(one, Heads) and one.op == "set" and one.who != "children"]
    if not sets:
        return deltas
    return [one for one in deltas if not isinstance(one, Heads) or one in sets[-1:] or one.who == "children"]


def _counts_portions(one: Delta | None, before: Sequence[Delta | None]) -> bool:
    """ "Mom and dad get lobster, that's two": the portions that were told, no size of the party."""
    of_dishes = {other.number for other in before if isinstance(other, Dish)}
    return isinstance(one, Heads) and one.op == "set" and one.number in of_dishes


def _too(delta: Delta, sentence: str, kinds: set[str]) -> Delta:
    """ "My dad wants lobster too": one more than had it."""
    if not isinstance(delta, Dish) or delta.op != "set" or not delta.number or not set("fF") & kinds:
        return delta
    return replace(delta, op="add") if re.search(r"\b(?:too|as well|also)\b", sentence) else delta


def _told_twice(one: Delta, before: list[Delta]) -> bool:
    """ "One couple can't make it, so minus 2": the same two."""
    if isinstance(one, NoChildren):
        return one in before
    same = (other for other in before if isinstance(other, Heads) and isinstance(one, Heads))
    return any(isinstance(one, Heads) and (one.op, one.number) == (other.op, other.number) for other in same)


def _delta(lexed: tuple[Token, ...], dishes: Sequence[str | None]) -> Delta | None:
    kinds = "".join(token.kind for token in lexed)
    if "D" in kinds or "u" in kinds:
        return _dish(lexed, kinds, dishes)
    if re.fullmatch(r"[?q]*-[?q]*", kinds) and any(token.text == "without" for token in lexed):
        return Dish(None, "off")
    return _recast(lexed, kinds) or _no_children(kinds) or _heads(lexed, kinds)


def _recast(lexed: tuple[Token, ...], kinds: str) -> Recast | None:
    """ "Two of those three are my nephews, 6 and 10": so many of those counted are children."""
    if not re.fullmatch(r"[?qsf]*no[?qsf]*(?:y[?qsf]*n?g?|g|n)[?qs]*", kinds):
        return None
    number = next(token for token in lexed if token.kind == "n").numbers[0]
    if lexed[[token.kind for token in lexed].index("o")].text.endswith("kids"):
        return None
    ages = next((token.numbers for token in lexed if token.kind == "g"), ())
    last = [token for token in lexed if token.kind == "n"][1:]
    ages = ages or (last[0].numbers if last else ())
    if len(ages) == 1 and number > 1 and any(token.text.startswith(("both", "all")) for token in lexed):
        ages *= number
    young = all(age <= OLDEST_CHILD for age in ages)
    return Recast(number, ages) if young and len(ages) in (0, number) and number > 0 else None


def _no_children(kinds: str) -> NoChildren | None:
    """ "If the kids stay home", "just the adults", "drop the kids"."""
    gone = re.fullmatch(r"[?qsfit]*(?:[v]?y[?qs]*(?:x|z)|-[?qs]*yC?x?z?)[?qsfzi]*", kinds)
    return NoChildren() if gone or re.fullmatch(r"[?qst]*(?:Ja|J)[?qsC]*", kinds) else None


def _heads(lexed: tuple[Token, ...], kinds: str) -> Heads | None:
    """ "And for 3 more?", "2 less", "plus two kids, 7 and 9", "make it an even thirty"."""
    if told := _relations(lexed, kinds):
        return told
    if set(kinds) - set("?qsnogypbaMl+-xCvzfGwW") or ("v" in kinds and not set("CM+lx-") & set(kinds)):
        return None
    numbers = [token.numbers[0] for token in lexed if token.kind == "n" and token.numbers]
    ages = next((token.numbers for token in lexed if token.kind == "g"), ())
    last_is_age = len(numbers) > 1 and not ages and "y" in kinds and kinds.rstrip("?qC").endswith("n")
    if last_is_age and numbers[-1] <= OLDEST_CHILD:
        numbers, ages = numbers[:-1], (numbers[-1],)
    if len(numbers) > 1 or not (numbers or ages) or any(age > OLDEST_CHILD for age in ages):
        return None
    number = numbers[0] if numbers else len(ages)
    alone = len(ages) == 1 and ("a" in kinds or number >= LEAST_WHOLE)  # "14 adults plus a 9 year old"
    ages = ages * number if len(ages) == 1 and not alone else ages
    op = _operation(lexed, kinds)
    if number <= 0 or op is None or (ages and len(ages) != number):
        return None
    who = _who(kinds, young=bool(ages))
    if op == "set" and who == "people" and any(ALL_GROWN.fullmatch(token.text) for token in lexed):
        who = "adults"
    if who is None or (op == "set" and who not in ("people", "adults")):
        return None
    return Heads(op, number, who, ages, named=bool(set("opbyaCGx") & set(kinds)) or op == "set")


_RELATIONS = re.compile(
    r"[?q]*(?:(?P<less>-[fFc]+|[fFc]+x)|(?P<more>\+[fFc]+|[fFc]+C)|(?P<brought>[fb]s?\+[fFc]+))[?q]*"
)


def _relations(lexed: tuple[Token, ...], kinds: str) -> Heads | None:
    """ "Without my parents", "and if my boss comes", "my mom and dad can't come"."""
    told = _RELATIONS.fullmatch(kinds)
    people = [token for token in lexed if token.kind in "fF"]
    if told is not None and told["brought"]:
        people = [token for token in lexed[kinds.index("+") :] if token.kind in "fF"]  # "my cousin brings her husband"
    if "?" in kinds and any(re.search(r"\b(?:too|as well)\b", token.text) for token in lexed):
        return None  # "and if my parents come too?": they are counted by name, elsewhere
    if told is None or any(re.search(r"\b(?:me|i|us|myself)\b", token.text) for token in people):
        return None
    return Heads("remove" if told["less"] else "add", sum(2 if token.kind == "F" else 1 for token in people), "adults")


def _who(kinds: str, *, young: bool) -> Literal["people", "adults", "children", "alike"] | None:
    """Who is counted; None where children are told whom another reader knows better."""
    if "G" in kinds:
        return None if young else "alike"
    if "a" in kinds and (young or "y" in kinds) or re.search(r"np[^n]*\+g", kinds):
        return None  # "two more adults and a kid who's 6", "14 people plus a 7 year old": two groups, which the row of guests tells
    if young or "y" in kinds:
        brings = re.search(r"y[?qsv]*\+", kinds)
        return "children" if set("M+Wlx-z") & set(kinds) and not brings else None
    return "adults" if "a" in kinds else "people"


_SET = re.compile(r"[?q]*s?[?qW]*nop?C?[?q]*|[?q]*s?[?q]*np?C[?qs]*|[?qsW]*nps?[?q]*")
""" "Only ten of us", "if just ten come", "make it 14 people"."""


def _operation(lexed: tuple[Token, ...], kinds: str) -> Literal["add", "remove", "set"] | None:
    """Whether so many join, stay away, or are all there are."""
    adds = bool(set("M+") & set(kinds)) or ("W" in kinds and bool(set("yb") & set(kinds)))
    if "f" in kinds and not re.search(r"f[?qsv]*[+C]", kinds):
        return None
    if set("lx-z") & set(kinds):
        return None if adds or "C" in kinds else "remove"
    if not adds and _SET.fullmatch(kinds) and set("sC") & set(kinds):
        return "add" if _joins(lexed) else "set"
    if not adds and _GROWN_COME.fullmatch(kinds) and not _joins(lexed) and _many(lexed):
        return "set"
    if not adds and "C" in kinds and _WHOLE_BEFORE.match(kinds) and not _joins(lexed):
        return "set"
    if adds or "C" in kinds:
        return "add" if kinds.count("s") < 2 else None
    rounds = re.fullmatch(r"[?q]*s[?qs]*n[?q]*", kinds) and any(_ROUND.search(one.text) for one in lexed)
    return "set" if rounds else None


_GROWN_COME = re.compile(r"[?q]*s?[?qW]*naC[?qs]*")
LEAST_WHOLE = 8
""" "What if 15 adults come": so many are a new size, "if two adults come" may join."""


def _many(lexed: tuple[Token, ...]) -> bool:
    return any(token.kind == "n" and token.numbers and token.numbers[0] >= LEAST_WHOLE for token in lexed)


_WHOLE_BEFORE = re.compile(r"[?qW]*s[?q]*n")
""" "Make it 14, my cousins are coming": who comes is why, not how many more."""
_ROUND = re.compile(
    r"^(?:round|bump|cut|bring|take|knock|trim|call|(?:make it |let'?s say )?an even|up to|down to|more like)\b"
)
""" "An even thirty", "cut it down to ten": no hour and no day is told so."""


def _joins(lexed: tuple[Token, ...]) -> bool:
    """Whether those who come do so beside others: "3 people are coming too"."""
    return any(token.kind == "C" and re.search(r"\b(?:too|as well|along|us)\b", token.text) for token in lexed)


def _dish(lexed: tuple[Token, ...], kinds: str, dishes: Sequence[str | None]) -> Dish | None:
    """ "Same but filet for the adults", "take the edamame off", "instead of lobster scallops", "2 more lobster"."""
    named = [dishes[token.numbers[0]] for token in lexed if token.kind == "D"]
    if "u" in kinds and named:
        lexed = tuple(token for token in lexed if token.kind != "u")
        kinds = kinds.replace("u", "")
    if len(named) > 2 or (len(named) == 2 and named[0] == named[1]):
        return None
    if len(named) == 2:
        return swap(lexed, kinds, named)
    key = named[0] if named else None
    if key is None and "E" in kinds and set("wvI") & set(kinds) and not set("nypah-x") & set(kinds):
        return Dish(None, "set", next(token.numbers[0] for token in lexed if token.kind == "E"))
    if key is None and "D" in kinds:
        return None
    numbers = [token.numbers[0] for token in lexed if token.kind == "n" and token.numbers]
    if "-" in kinds or "z" in kinds or "x" in kinds:
        if not numbers and not set("aypefhgi") & set(kinds):
            return Dish(key, "off")
        less = len(numbers) == 1 and not set("aypefhgiM+l") & set(kinds)
        return Dish(key, "remove", numbers[0]) if less else None
    if key is None:
        return None
    return _dish_for(lexed, kinds, key, numbers)


_COUNTS_GUESTS = re.compile(r"[?q]*s[?q]*n[^D]*D[^D]*e|[?q]*s[?q]*n[^D]*e[^D]*D")
""" "Make it 14 adults and gyoza for all": the number is of the guests, and no portions are counted by it."""


def _dish_for(lexed: tuple[Token, ...], kinds: str, key: str, numbers: list[int]) -> Dish | None:
    if "g" in kinds or set("cx") & set(kinds) and "c" not in kinds:
        return None
    if "i" in kinds and len(numbers) == 2 and kinds.index("i") > kinds.index("n"):
        return Dish(key, "set", numbers[0])
    if ("i" in kinds and "I" not in kinds) or len(numbers) > 1 or ("I" in kinds and set("nhe") & set(kinds)):
        return None
    if _COUNTS_GUESTS.match(kinds):
        return None
    for token in lexed:
        if token.kind == "F" and not numbers:
            return Dish(key, "set", 2)
    relations = sum(token.kind == "f" for token in lexed)
    if relations and not numbers and not set("eahyp") & set(kinds):
        return Dish(key, "set", relations)
    if relations and not numbers:
        return None
    if numbers and "l" in kinds:
        return Dish(key, "remove", numbers[0])
    if numbers and ("M" in kinds or re.search(r"\+[fp]?n", kinds)):
        return Dish(key, "add", numbers[0])
    if numbers:
        return Dish(key, "set", numbers[0], "everybody" if "e" in kinds else None)
    if set("Itw") & set(kinds) and not set("eEahypJ") & set(kinds):
        return Dish(key, "swap")
    if "E" in kinds:
        out = next(token.numbers[0] for token in lexed if token.kind == "E")
        op: Literal["set", "swap"] = "swap" if "I" in kinds else "set"
        return Dish(key, op, None, "everybody", out) if not set("eahypJ") & set(kinds) else None
    share = sharers(kinds, lexed)
    return Dish(key, "set", None, share) if share is not None else None
