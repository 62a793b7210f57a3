"""After a small party was quoted at the minimum: a remark about that money is an objection to it, its figures are no guests. Pure.

"7 x 55 is 385 though", "we're just 6, why not charge us for 6", "so the same price whether we're 5 or 10?". The figures that
a quote at the minimum consists of (the price of one, the sum on the menu, the gap, the share) are taken for nothing else.
"""

from dataclasses import dataclass

from hibachi.concierge.understanding import left_open, room_asked
from hibachi.concierge.understanding.no_heads import differs_by
from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.small_numbers import TWO_TO_NINE
from hibachi.policies.schemas import Profile

_COUNT = rf"(?:{TWO_TO_NINE})"
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_SUM = re.compile(r"\b(\d{1,3}) ?(?:x|\*|times|multiplied by|@|people at|adults at) ?\$?(\d{1,3})\b", re.I)
_OF_MONEY = re.compile(
    r"\$|\b(?:pay(?:s|ing)?|paid|charg\w+|bill(?:ed|ing)?|costs?|price[sd]?|money|bucks|dollars"
    r"|minimum|rate|worth|a head|(?:per|a) (?:person|adult|guest)"
    r"|(?:add(?:ing)?|sum|count)(?: up)?(?: of)?(?: the| our| us)? ?(?:heads?|people|guests)|heads)\b"
    r"|\b(?<!\d )min\b",
    re.I,
)
_GRUDGE = re.compile(
    r"\b(?:un?fair|not (?:so |very |really |exactly )?(?:fair|right|cool|happy|thrilled|a fan|into"
    r"|in love)|doesn'?t (?:seem|sound|feel|look) (?:\w+ )?(?:fair|right|good)"
    r"|isn'?t (?:\w+ )?(?:fair|right)|feels? (?:\w+ )?(?:wrong|off|bad|silly|weird|unfair)"
    r"|seems? (?:\w+ )?(?:wrong|off|silly|weird|unfair|high|steep|like a lot)|insane|crazy|nuts|wild"
    r"|steep|rough|harsh|bummer|sucks?|stinks?|nonsense|stupid|dumb|lame|silly|absurd|ridiculous"
    r"|annoying|annoyed|penali[sz]\w+|punish\w*|hate|stings?|hurts?|ouch|a lot|too much|unreasonable"
    r"|los(?:e|ing)|wast(?:e|ed|ing)|throw(?:ing)? (?:away|out|it)|down the drain"
    r"|for (?:nothing|no reason|air|ghosts?|nobody|no ?one)|ghosts?|empty (?:chairs|seats|plates)"
    r"|imaginary|invisible|phantom|non[- ]?existent"
    r"|(?:do(?:es)?n'?t|don'?t|aren'?t|isn'?t|not) (?:even )?(?:exist|there|here|coming|add up"
    r"|make sense)|add up|false advertising|mislead\w+|misled|bait|won'?t (?:even )?(?:eat|use|need)"
    r"|can'?t (?:even )?eat|exception|just because|only because|why)\b",
    re.I,
)
_HELD_AGAINST = re.compile(
    r"\b(?:should(?:n'?t)?|wouldn'?t|isn'?t|says?|said|not|though|tho|only|just|no|so|but|supposed to"
    r"|menu|website|advertis\w+)\b",
    re.I,
)
""" "It should be 385, no?", "the site says 55": a figure that is held against the minimum."""
_SAME = re.compile(
    r"\bsame (?:price|cost|amount|thing|money|total|rate)?\b[^.!\n]{0,40}\b(?:whether|if|for|no matter|regardless)\b",
    re.I,
)
_CHARGED_FOR = re.compile(
    r"\b(?:pay(?:ing)?|charg(?:e|ed|ing)|bill(?:ed|ing)?)(?: (?:us|me))? (?:for"
    r"|as if (?:we|i) (?:were|are)) (?:just |only |like |all )?(\d{1,3})\b",
    re.I,
)
_MUCH_FOR_US = re.compile(
    r"\b(?:a lot|too much|so much|steep|expensive|pricey|much|high|crazy|insane)(?: money)? (?:just "
    r"|only )?for (?:just |only )?(?:us|a small|so few"
    rf"|(?:{_COUNT}|[2-9]) ?(?:of us|people|ppl|adults|guests)?(?:\W|$))",
    re.I,
)
_EXTRA_FOR = re.compile(
    r"\bwhat\b[^.?!\n]{0,25}\b(?:get|have|add|do|buy|use|order|spend)\b[^.?!\n]{0,25}\b(?:for|with"
    r"|on)\b[^.?!\n]{0,20}\W*$",
    re.I,
)


_FILLS = re.compile(
    r"\bwhat (?:else )?(?:would|does|do|can|could|will|might) (?:that|the|this|our) (?:\w+ )?(?:money"
    r"|amount|minimum|difference|rest|sum|remainder)(?: still)? (?:get|buy|give|cover|bring|include"
    r"|do for)\b"
    r"|\bwhat (?:else )?(?:could|can|would|do|will) (?:we|i) (?:get|have|do) (?:for|with|out of) (?:it"
    r"|that|this)(?: (?:then|instead|though|exactly))?\W*(?:$|[.?!])"
    r"|\b(?:something|anything|what(?: else)?)(?: \w+){0,3} (?:put|add|get|have|order|take"
    r"|throw)\b(?: \w+){0,3} for (?:that|the|this|our) (?:\w+ )?(?:money|price|amount|minimum)\b"
    r"|\b(?:how (?:many|much|far)|what(?:'?s| is| would| could| else)?)\b[^.?!\n]{0,40}\b(?:(?:reach"
    r"|hit|meet|bring (?:us|it) (?:up )?to|gets? (?:us |it )?(?:up )?to|until|till|over|below|under"
    r"|short of|away from|left (?:until|to)) (?:we'?re |we are |we |over |the |that |our |you |hit "
    r"|reach )*(?:the )?(?:minimum|\$?\d{3}))\b"
    r"|\b(?:what|anything|something)\b[^.?!\n]{0,25}\b(?:counts?|counting|closer|goes|go) (?:to|towards?) (?:it|that"
    r"|the minimum)\b"
    r"|\b(?:get|have|do|buy|order|add|use|spend)\b[^.?!\n]{0,12}\b(?:for|with|of|on)? ?(?:the|that"
    r"|our) (?:rest|remaining|remainder|difference|leftover"
    r"|unused)(?: of (?:the |that |our )?(?:money|minimum|it|amount|budget)| money| amount"
    r"| part)?(?: on (?:something|anything)(?: else)?)?\W*(?:$|[.?!])",
    re.I,
)
""" "So what would that money get us?", "what can we get for the rest of the money": what counts towards the minimum."""
_FEW_PAY_MUCH = re.compile(
    r"\b(?:so )?(?:few|little|small) (?:people|ppl|of us|guests|heads|group"
    r"|party)\b[^.?!\n]{0,30}\b(?:much|money|expensive|price|pricey|cost)\b"
    r"|\btimes\b[^.\n]{0,60}\bfair\b",
    re.I,
)

_WHY_PAY = re.compile(
    r"\b(?:why|how come)\b[^.?!\n]{0,20}\b(?:the )?same\b"
    r"|\b(?:why|how come)\b[^.?!\n]{0,25}\b(?:pay|paying|charged?|owe)\b[^.?!\n]{0,15}\b(?:same"
    r"|as much|(?:like|for|as if) (?:10|ten|a (?:big|bigger|full|whole)))\b",
    re.I,
)
""" "Why should we pay the same as ten people?"."""


@dataclass(frozen=True, slots=True)
class _Small:
    """A party below the minimum: what one costs, the menu's sum and the minimum in dollars; heads come, full could for the same."""

    one: int
    menu: int
    minimum: int
    heads: int
    full: int

    @property
    def money(self) -> frozenset[int]:
        gap, share = self.minimum - self.menu, self.minimum // self.heads
        return frozenset({self.one, self.menu, self.minimum, gap, share, share + 1})

    @property
    def charged(self) -> frozenset[int]:
        return frozenset({self.heads, self.full, self.full - self.heads})


def told(frame: Frame, dialogue: Dialogue, bands: Bands, profile: Profile) -> Frame:
    """The frame as an objection to the minimum, or as the question what fills it, without the figures it is about."""
    small = _small(dialogue, bands, profile)
    if small is None or _is_explained(frame, small) or left_open.asks_both(frame.text):
        return frame
    if _tells_else(frame, dialogue):
        return frame.model_copy(update={"unknown": ()}) if frame.items and room_asked.asks(frame.text) else frame
    act = _act(frame.text, small)
    if act is None:
        return frame
    acts = tuple(one for one in frame.acts if one not in ("price_objection", "minimum_objection", "fills_minimum"))
    return frame.model_copy(update={
        "acts": (*acts, act), "topics": (), "apart": (), "unknown": (), "answer": None, "choice": None, "guests": GuestWords(),
        "dates": (), "other_dates": (), "date_said": None, "date_problem": None, "times": (), "checked": (), "budget": None, "sizes": (),
    })  # fmt: skip


def doubts(frame: Frame, dialogue: Dialogue, bands: Bands, profile: Profile) -> bool:
    """Whether a frame was read as being about the minimum, so that no number of it is a change."""
    of_it = {"minimum_objection", "fills_minimum"} & set(frame.acts)
    return bool(of_it) and not frame.guests.stated and _small(dialogue, bands, profile) is not None


def _small(dialogue: Dialogue, bands: Bands, profile: Profile) -> _Small | None:
    """The quoted party where the minimum is what it pays; None for any other."""
    counts = counts_of(dialogue.party, bands)
    if counts is None or not counts.total or not dialogue.quoted or dialogue.booked is not None:
        return None
    prices, party, menu = profile.prices, dialogue.party, profile.menu
    dishes = sum(menu.upgrades_per_person.get(key, 0) * many for key, many in party.upgrades.items())
    dishes += sum(menu.addons_each.get(key, 0) * many for key, many in party.addons.items())
    whole = counts.adults * prices.adult.amount + counts.children * prices.child.amount + dishes
    if whole >= prices.party_minimum or party.extra_proteins:
        return None
    full = prices.party_minimum // prices.adult.amount if prices.adult.amount else 0
    return _Small(prices.adult.amount // 100, whole // 100, prices.party_minimum // 100, counts.total, full)


def _is_explained(frame: Frame, small: _Small) -> bool:
    """Whether the sum is asked for; why it is the minimum although the menu comes to less is an objection."""
    if "explain" not in frame.topics or frame.guests.stated or frame.sizes:
        return False
    named = {int(one) for one in _NUMBER.findall(frame.text.replace(",", ""))}
    return not {small.menu, small.minimum} <= named


_SIGNED = re.compile(r"[?!.]\s*\n\s*[A-Z][\w'-]+(?: [A-Z][\w'-]+)?\s*$")
""" A letter's last line: who wrote it."""


def _tells_else(frame: Frame, dialogue: Dialogue) -> bool:
    """Whether a message tells something of the party beside the money."""
    when = frame.month or frame.time_part or (frame.dates and not str(frame.date_said or "").strip().isdigit())
    signed = (frame.name or "").split()[:1] == (dialogue.name or "").split()[:1] or _SIGNED.search(frame.text)
    who = frame.zip or frame.city or (frame.name and not signed) or frame.phone or frame.email or frame.address
    return bool(when or who or frame.items or frame.mentioned or frame.no_extras or {"book", "hold"} & set(frame.acts))


def _act(text: str, small: _Small) -> str | None:
    if _FILLS.search(text) or room_asked.asks(text):
        return "fills_minimum"
    if _FEW_PAY_MUCH.search(text) or _WHY_PAY.search(text) or differs_by(text.lower(), small.heads):
        return "minimum_objection"
    numbers = [int(found.replace(",", "")) for found in _NUMBER.findall(text)]
    amounts = small.money & set(numbers)
    if _SAME.search(text) and len(numbers) > 1 and not amounts - {small.minimum}:
        return "minimum_objection"
    if amounts and _EXTRA_FOR.search(text):
        return "fills_minimum"
    of_heads = {int(found) for found in _CHARGED_FOR.findall(text)} & small.charged
    sums = any(int(one) in small.charged and int(other) in small.money for one, other in _SUM.findall(text))
    grudge = _GRUDGE.search(text) is not None
    if of_heads or _MUCH_FOR_US.search(text) or (grudge and (amounts or _OF_MONEY.search(text))):
        return "minimum_objection"
    others = set(numbers) - small.money - small.charged
    held = sums or (bool(amounts - {small.minimum}) and _HELD_AGAINST.search(text) is not None)
    return "minimum_objection" if held and not others else None
