"""Which role the words around an amount give it: "a $100 deposit", "travel: $108", "4 lobster at $15 each are $60"."""

from dataclasses import replace

from hibachi.concierge.validator.around import Around, Bound
from hibachi.concierge.validator.priced import (
    DOLLARS,
    FOOD_CUE,
    PRICED,
    TIMES,
    is_beside,
    is_for_all,
    is_priced,
    item_after,
    of_mention,
    unit_roles,
)
from hibachi.concierge.validator.roles import ACCEPTS, PER_HEAD, Mention, Wanted, any_of
from hibachi.kit import lazy_re as re

_EACH = re.compile(
    DOLLARS
    + (
        r"\s*(?!for everyone)(?:extra |more |additional )?(?:"
        r"(?P<mile>(?:per|a|an|each|every|/|for each|for every) ?(?:\w+ )?(?:mile|mi\b))"
        r"|(?P<adult>(?:per|an?|each|every|/|for each|for every|for an?) ?(?:adult|grown-?up))"
        r"|(?P<child>(?:per|an?|each|every|/|for each|for every|for a) ?(?:child|kid))"
        r"|(?P<toddler>(?:per|a|each|/) ?toddler)"
        r"|(?P<each>(?:per|an?|each|every|/|for each|for every) ?(?:paying |extra )?(?:person|guest|head"
        r"|ea\b|portion|plate|order|upgrade|serving|tail|piece|one|of them)\b"
        r"|each\b|ea\b|apiece\b|p\.?p\b))"
    )
)

_NOUN = re.compile(
    DOLLARS
    + (
        r"[ -](?:(?:is|was|as|for|being|goes|went|of it|of that|of which|up front|upfront|down|due now|now"
        r"|paid|will be|would be|what's|is what's) ){0,4}"
        r"(?:(?:the|a|an|your|our|in) )?"
        r"(?:(?:refundable|fixed|flat|non-refundable|remaining|required|small|one-time|kids?'?|regular"
        r"|standard|suggested|usual),? ){0,2}"
        r"(?:(?P<shortfall>of room\b)|(?P<deposit>deposit|down payment|up ?front\b|down\b|now\b|today\b"
        r"|(?:comes |goes |taken )?(?:right )?off (?:your|the) )|(?P<minimum>(?:party |food )?minimum)"
        r"|(?P<reschedule>resched\w+ (?:fee|charge)|(?:date[- ]change|change) fee)"
        r"|(?P<travel>travel(?: fee| cost| charge)?\b|mileage|drive\b|(?:few )?(?:extra )?miles\b)"
        r"|(?P<refund>refund\b|(?:comes |goes )?(?:right )?back\b|of it\b)"
        r"|(?P<balance>balance|left\b|later\b"
        r"|(?:due )?(?:any ?time )?(?:by|at or before|on or before|before|up to|at) (?:the |your )?(?:day"
        r"|party|event)\b|after (?:the|your) deposit|follows\b"
        r"|(?:is |would be |will be |are )?(?:still )?(?:left|remaining|due on the day"
        r"|due (?:on|by|before) the (?:day|party)|outstanding)"
        r"|remains|remaining|(?:is |to be )?(?:paid|due) on the day)"
        r"|(?P<total>total\b|all[- ]in\b|altogether|in all\b|all\b(?= *[.,!?]| *$)|overall)"
        r"|(?P<proteins>upgrades\b(?! at))"
        r"|(?P<extra_protein>(?:extra |third )?(?:portion|protein)\b)"
        r"|(?P<guests>guests\b|everybody\b|everyone\b)"
        r"|(?P<food>food\b|sub-?total|before (?:travel|it|that|the minimum)|plus travel)"
        r"|(?P<hold>(?:to |will |would |is all it takes to |and (?:it|that) )?(?:hold|secure|lock|reserve"
        r"|save|confirm|keep)s?\b)"
        r"|(?P<adult>adults?\b(?! deposit))|(?P<child>(?:child|kid)(?:ren|s)?\b))"
    )
)

_CAME = re.compile(
    DOLLARS
    + (
        r"\s*(?:(?:from you|so far|already|of it) ){0,2}(?:(?:has|have) (?:already )?(?:arrived|come in"
        r"|been (?:received|recorded))|arrived|came in"
        r"|(?:is|are) (?:still |not )?(?P<missing>missing|not there yet))\b"
    )
)
"""Money that came, and what is missing of it: what the ledger holds, not what the party costs."""

_LINK = re.compile(
    r"^\s*(?:fee|charge|price|cost|upgrades?|amount|s|due|total|paid)?\s*(?:\([^()]{0,40}\))?\s*"
    r"(?::|=|-|is|are|of|was|at|comes? to|would be|will be|'s|runs|costs?|stays at|to"
    r"|adds?(?: up to| on)?|makes?|totals?|remains|stays)?\s*"
    r"(?:just|only|still|about|around|exactly|now|a|an|the|then|back|up to|roughly)?\s*\(?\+?$"
)

_FOLLOWS = re.compile(
    r"^\s{2,}$|^[^.$]{0,24}?(?:,? ?so(?: that's| it's)?|,? ?makes?|=|:|are|is|for"
    r"|,? ?which (?:is|makes|comes to)|,? ?that's|,? ?comes? to|,? ?totals?|,? ?adds? up to)\s*"
    r"(?:a |an |about |exactly |just |only )?$"
)

_HOLDS = re.compile(
    r"\b(?:to|will|would|it|that|which) (?:hold|secure|lock|reserve|save|confirm|keep)s?\b"
    r"|\b(?:holds|secures|locks|reserves) (?:it|your|the|that)\b"
)

_HOLDS_BEFORE = re.compile(r"\b(?:to|that) (?:hold|secure|lock|reserve)s?\b[^,;]*$")

TIP = re.compile(
    r"\b(?P<percent>\d{1,2})% of \$[\d,]+(?:\.\d\d)? (?:is|comes to|would be) $|\bwith the tip you'd pay $"
)
"""What a tip of so many percent comes to, and what is paid with it."""

_WHOLE = re.compile(r"\d% of (?:the |your )?$|\b(?:more|less) than (?:the |your )?$")
""" "20% of $660", "$20 more than the $660 it is now": the total, whatever the customer asked for."""

_MILES = re.compile(r"\b(?:miles?|mi|billed|charged|past our|beyond|travel)\b[^$]{0,60}$")

_STANDS_AT = re.compile(r"\b(?:at|is|it's|got|to|total)\s*$")

_CUES: dict[str, str] = {
    "deposit": r"\b(?:put(?:ting)? down|up ?front|take|takes|get started|get your|to start)\b",
    "balance": r"\b(?:owe|later|after the deposit|then|leaves?|and the other|rest)\b",
    "travel": r"\b(?:drive|the way|trip|travel|mileage|miles past)\b",
    "reschedule": (
        r"\b(?:free (?:change|move)|this (?:one|change|move)|after that|further|second"
        r"|another (?:change|move)|any more)\b"
    ),
}


def bind(a: Around) -> Bound:
    """The role of an amount; what stands behind an equals sign is never a price each."""
    bound = _bind(a)
    if not re.search(r"=\s*$", a.before) or all("unit" in roles for roles in bound.wanted):
        return bound
    return replace(bound, wanted=tuple(roles for roles in bound.wanted if "unit" not in roles))


def _bind(a: Around) -> Bound:
    """The role of an amount: by what follows it, what stands right before it, the label of its line, the sentence."""
    if each := _EACH.match(a.after):
        return _each(a, str(each.lastgroup))
    if (tip := TIP.search(a.text[: a.start])) is not None:
        return Bound(any_of("tip" if tip["percent"] else "with_tip"))
    if came := _CAME.match(a.after):
        return Bound(any_of("deposit_missing") if came["missing"] else any_of("received"))
    if product := _product(a):
        return product
    if re.search(r"=\s*$", a.before) and re.search(r"\+|\bplus\b", a.text[: a.start]):
        return Bound(any_of("total") if "travel" in a.text[: a.start] else (*any_of("total"), *ACCEPTS["food"]))
    direct = a.earlier[-1] if a.earlier and _LINK.match(a.text[a.earlier[-1].end : a.start]) else None
    if direct and direct.aside:
        direct = _instead(a, direct)
    noun = _NOUN.match(a.after)
    if (
        noun
        and noun.lastgroup == "deposit"
        and re.search(r"\b(?:now|today)$", noun.group())
        and _STANDS_AT.search(a.before)
    ):
        noun = None
    if direct and noun and noun.lastgroup == "total":
        direct = None
    if direct:
        wanted = of_mention(a, direct)
        spaced = not a.text[direct.end : a.start].strip()
        return (
            _bound((*wanted, *_noun(str(noun.lastgroup))), a, direct) if noun and spaced else _bound(wanted, a, direct)
        )
    if noun:
        kind = str(noun.lastgroup)
        if kind in ("adult", "child") and re.search(r"\bfor (?:the|all)\b", noun.group()):
            return Bound(any_of(f"{kind}+line"))
        if kind == "proteins":
            return Bound(any_of("proteins") if "proteins" in a.known else any_of("line"))
        return Bound(_noun(kind), used=a.end + noun.end())
    if item := item_after(a):
        if (
            item.role.startswith("item:")
            and re.search(r"\+\s*$", a.before)
            and re.search(r"\b(?:each|per|a head)\b", a.text)
        ):
            return Bound(unit_roles(a, item), item.role)
        return (
            _bound(of_mention(a, item), a, item)
            if not is_for_all(a, item)
            else Bound((frozenset({item.role, "line"}),))
        )
    if label := _label(a):
        return Bound(of_mention(a, label))
    if _HOLDS.search(a.after) or _HOLDS_BEFORE.search(a.before):
        return Bound(ACCEPTS["deposit"])
    return _by_sentence(a)


def _instead(a: Around, aside: Mention) -> Mention | None:
    """ "The total for 25 adults is $1,691" is of the total, "travel for 54 miles: $108" is of the travel."""
    main = [mention for mention in a.earlier if not mention.aside and not is_priced(mention)]
    if main:
        return main[-1]
    return aside if re.search(r"[:=(]\s*$|\b(?:of|is|are|at)\s*$", a.before) else None


def _bound(wanted: Wanted, a: Around, mention: Mention) -> Bound:
    unit = is_priced(mention) and TIMES.search(a.before)
    return Bound(wanted, mention.role if unit else None)


def _each(a: Around, kind: str) -> Bound:
    if kind == "mile" or (kind == "each" and _MILES.search(a.text[: a.start])):
        return Bound(ACCEPTS["per_mile"], "per_mile")
    if kind in PRICED:
        return Bound(ACCEPTS[kind], kind)
    dishes = [mention for mention in a.named if is_priced(mention)]
    near = [mention for mention in dishes if mention.end <= a.start][-1:] or [m for m in dishes if is_beside(a, m)][:1]
    if not near:
        hinted = tuple(frozenset({role, "unit"}) for role in a.asked if role.startswith("item:"))
        if "miles" in a.known and kind == "each" and re.match(r"\s*each\b", a.after):
            return Bound((*PER_HEAD, *hinted, *ACCEPTS["per_mile"]), "any")
        return Bound((*PER_HEAD, *hinted), "adult")
    role = near[0].role
    if role == "adult":
        return Bound((*ACCEPTS["adult"], *any_of("per_person")), role)
    return Bound(unit_roles(a, near[0]), role)


def _product(a: Around) -> Bound | None:
    """ "at $15 each are $60", "$2 a mile, so $108": what a price each, times its number, makes."""
    if a.last is None or a.last.item is None or not _FOLLOWS.match(a.before) or re.match(r"\s*\+", a.after):
        return None
    if item_after(a):
        return None
    if any(not is_priced(mention) and mention.role not in ("per_mile", "per_head") for mention in a.earlier):
        return None
    if any(is_priced(mention) and mention.role != a.last.item for mention in a.earlier):
        return None
    item = a.last.item
    if item == "any":
        return Bound(any_of("line", "travel_fee", "total"), product=True)
    if item == "per_mile":
        return Bound(any_of("travel_fee"))
    wanted = (frozenset({item, "line"}), frozenset({item, "extra_protein", "line"}))
    if item in ("adult", "child"):
        return Bound((*wanted, *any_of("total")), product=True)
    return Bound((*wanted, frozenset({item, "premium_extra"})), product=True)


def _noun(kind: str) -> Wanted:
    if kind == "hold":
        return ACCEPTS["deposit"]
    if kind == "food":
        return any_of("food", "subtotal", "total")
    if kind == "guests":
        return any_of("food", "subtotal", "adult+line", "total")
    return ACCEPTS[kind]


def _label(a: Around) -> Mention | None:
    """The first role of a line "Travel (83.4 miles, 54 billed at $2 each): $108"; the amount is the last of its line."""
    if not re.search(r":\s*$", a.before) or a.following != len(a.text):
        return None
    inside = [mention for mention in a.named if mention.end <= a.start]
    return (
        inside[0]
        if inside
        and re.match(r"\s*(?::|\(|at\b|x\b|×|@|for\b|upgrade|of\b|in\b|to\b|\s*$)", a.text[inside[0].end : a.start])
        else None
    )


def _by_sentence(a: Around) -> Bound:
    """No word stands right beside the amount: the nearest that is no aside, else what a bare amount means."""
    if TIMES.search(a.before) or re.match(r"\s*(?:x|×) ?\d", a.after):
        return _unit(a)
    if special := _in_a_sum(a):
        return Bound(special)
    if _WHOLE.search(a.before) and "total" in a.known:
        return Bound(any_of("total"))
    main = [mention for mention in a.earlier if not mention.aside and not mention.counted]
    strong = [mention for mention in main if not is_priced(mention)]
    if chosen := (strong or main):
        return _bound(of_mention(a, chosen[-1]), a, chosen[-1])
    dishes = [mention for mention in a.earlier if mention.role.startswith("item:") or mention.role == "extra_protein"]
    if dishes:
        own = () if dishes[-1].aside else of_mention(a, dishes[-1])
        return Bound((*own, *any_of("total", "difference")))
    if weak := _weak(a):
        return Bound(weak)
    if re.search(r"\+$", a.before):
        return Bound(any_of("difference", "line", "travel_fee"))
    if re.match(r"\s*(?:more|extra|less|additional)\b", a.after):
        return Bound(any_of("difference") if "difference" in a.known else any_of("line", "travel_fee"))
    asked = [role for role in a.asked if not role.startswith("item:")]
    if len(asked) == 1:
        return Bound(ACCEPTS[asked[0]])
    lone = () if "total" in a.known else any_of("travel_fee")
    return Bound((*any_of("total", "proteins"), *lone, *(ACCEPTS["food"] if FOOD_CUE.search(a.text) else ())))


def _weak(a: Around) -> Wanted:
    """What the words right before or behind hint at, where nothing firmer binds the amount."""
    behind = re.split(r"[,;.]| and | plus ", a.after)[0][:40]
    before = re.split(r"[;.]", a.before)[-1][-42:]
    for text in (behind, before):
        for role, cue in _CUES.items():
            if re.search(cue, text) and not re.search(
                r"\b(?:total|comes? to|makes?|be at|you're at|adds? up|no (?:travel|fee))\b|\bwithout\b", text
            ):
                return ACCEPTS[role]
    return ()


def _in_a_sum(a: Around) -> Wanted | None:
    if re.search(r"\bleav(?:es|ing)(?: you)?(?: with)?(?: just| only)?\s*$", a.before):
        return ACCEPTS["balance"]
    if re.search(r"\boff (?:the|your)(?: total of)?\s*$", a.before):
        return any_of("total", "food")
    if a.last is not None and a.last.item and re.search(r"\+|:", a.before) and re.match(r"\s*\+", a.after):
        return any_of("unit")
    if re.search(r"\bso\s*$", a.before) and "added" in a.before:
        return tuple(
            frozenset({mention.role, "premium_extra"}) for mention in a.named if mention.role.startswith("item:")
        )
    if re.search(r"\+\s+$", a.before) or re.match(r"\s*\+", a.after):
        fee = any_of("reschedule_fee") if "resched" in a.text else ()
        return (
            any_of("difference")
            if "difference" in a.known
            else (*any_of("line", "travel_fee", "food", "subtotal"), *fee)
        )
    if re.search(r"=\s*$", a.before):
        summed = re.search(r"\+|\bplus\b", a.text[: a.start])
        return (
            any_of("total", "food", "subtotal") if summed else any_of("line", "total", "food", "subtotal", "travel_fee")
        )
    return None


def _unit(a: Around) -> Bound:
    """ "20 x $55", "$55 x 20": the price each of what is named last before, else of a guest."""
    dishes = [mention for mention in a.named if is_priced(mention) and mention.end <= a.start]
    if not dishes:
        if _MILES.search(a.text[: a.start]):
            return Bound(ACCEPTS["per_mile"], "per_mile")
        return Bound((*PER_HEAD, *ACCEPTS["per_mile"]), "any")
    return Bound(unit_roles(a, dishes[-1]), dishes[-1].role)
