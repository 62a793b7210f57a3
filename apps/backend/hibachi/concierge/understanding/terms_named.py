"""Which term of a party that stands a clause asks for, by what it says and by what was told before. Pure."""

from typing import Literal

from hibachi.concierge.understanding.clauses import asks
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.amounts import SPOKEN
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import GLAD, OPENERS

Kind = Literal["refund", "pay", "due", "reference", "carries", "menu", "tip"]
_LEADS = rf"^\W*(?:(?:{OPENERS}|{GLAD}|no|yes|as i said|i mean|i meant|understood)\W+)*"
_MONEY = rf"(?:deposits?|money|{SPOKEN})"
_LAST = (
    r"(?:(?:until|till|til|by) (?:when|what (?:day|date|time|point))|how (?:late|long|close)"
    r"|how (?:many|much) (?:days|time|notice)"
    r"|(?:last|latest|final) (?:possible )?(?:day|date|moment|chance|time|minute|point)|(?:the|my"
    r"|our) (?:last|latest)|what'?s the latest"
    r"|at the latest|dead ?lines?|cut ?-?offs?|(?:when|what day|what date|which day"
    r"|which date)(?! (?:i|we) paid)|how far (?:ahead|in advance|out|before))"
)
_UNTIL = re.compile(rf"\b{_LAST}\b")
_LAST_DAY = re.compile(
    r"\b(?:(?:until|till|til|by) (?:when|what (?:day|date))|how late|(?:last|latest"
    r"|final) (?:possible )?(?:day|date|moment|chance)"
    r"|at the latest|dead ?lines?|cut ?-?offs?)\b"
)
_CANCEL = re.compile(
    r"\b(?:cancel\w*|cancellations?|call (?:it|this|that|the party|everything|the whole thing) off"
    r"|calling (?:it|the party) off|back out"
    r"|backing out|pull out|bail(?: out)?|pull the plug)\b"
)
_BACK = re.compile(
    rf"\b{_MONEY}\b[^.?!\n]{{0,25}}\b(?:back|refund\w*|return\w*|lost|lose|kept|forfeit\w*)\b"
    rf"|\b(?:back|refund\w*|return\w*|los(?:e|ing|t)|keep|forfeit\w*)\b[^.?!\n]{{0,20}}\b{_MONEY}\b"
    r"|\b(?:refund(?:able|ed|s)?|get (?:it|that|everything|all(?: of it)?|my money) (?:all )?back"
    r"|(?:it|that) (?:back|returned|refunded))\b"
)
_MOVES = re.compile(
    r"\b(?:mov(?:e|es|ed|ing)|resched\w*|postpon\w*|push(?:ed|ing)? (?:it|the)|switch(?:ed"
    r"|ing)? (?:the )?(?:date|day)"
    r"|chang(?:e|ed|ing) (?:the |our |my )?(?:date|day)|(?:new|other|another|different|later) (?:date"
    r"|day|time)|date change)\b"
)
_IF_PAID = re.compile(
    r"\b(?:if|once|when|after|say) (?:i|we|it|that|the deposit)(?:'s| is| get| gets)?\b[^.?!\n]{0,12}\b(?:pay|paid)\b"
)
""" "If I pay today and cancel next month": what holds once the deposit is in."""
_NOW = re.compile(r"\b(?:now|today|tonight|right away|immediately)\b")
""" "If I cancel now": what would become of it is told with its preview."""
_FIRST_PAID = re.compile(
    r"\b(?:once|when|after|if) (?:it|that|the deposit|it'?s|its|that'?s|i|we)\b[^.?!\n]{0,12}\b(?:paid|pay|in)\b"
)
_WHEN_BACK = re.compile(
    r"\b(?:when|how (?:long|soon|fast|quick\w*))\b[^.?!\n]{0,30}\b(?:arriv\w*|take|get|be|see|receive"
    r"|have|come)\b[^.?!\n]{0,25}\bback\b"
)
""" "When do I get it back?", of money that is on its way: no last day."""
_WHICH_DAY = re.compile(
    rf"{_LEADS}(?:(?:what|which|whats|what'?s|give me|tell me|just|the|an?|exact|actual|calendar|i need"
    rf"|i want|is|would|be|that|it|this|for us|for me"
    r"|for our party|for mine|exactly|then|please|pls|in our case|in my case|mean|last|latest|day|date"
    r"|cut ?-?off|deadline|rule|thanks|once|after|when|if"
    r"|it'?s|its|paid|i|we|pay|have|the deposit|thats|that'?s|so|and|but)\W+)*(?:day|date|exactly"
    r"|deadline|cut ?-?off)(?:\W+(?:is|be|would|that|it|this|for us|for me"
    r"|for our party|for mine|please|pls|exactly|then|in our case|in my case|the))*\W*$"
)
_THAT_DAY_OK = re.compile(
    rf"{_LEADS}(?:(?:what|how) about |is |was |would |it'?s |its |that'?s |thats |until |till |by |on "
    rf"|(?:if|when) (?:i|we) (?:cancel\w*|call it off) (?:on )?)*(?:the |on |june |until )*"
    r"[\w ,'-]{2,30}?\W*(?:\b(?:right|correct|ok(?:ay)?|fine|still|good|too late|in time|works?|is it"
    r"|yes|early enough)\b\W*)+$"
)
_NOT_OF_MONEY = re.compile(
    r"\b(?:guests?|people|kids|adults|chef|food|menu|tip|move|instead|change|start|pm|am)\b|\d ?(?:pm|am)\b"
)
_HAS_DAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}"
    r"|\d{1,2}/\d{1,2}|tomorrow"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:the )?(?:day|week|night) before|(?:\d+|one|two"
    r"|three|four|five|six|a) (?:days?|weeks?) (?:before|ahead|prior|out))\b"
)
_HOW_PAID = re.compile(
    r"\b(?:how|where|whom?|what(?:'s| is)? the (?:best )?(?:way|process)|which way|what way"
    r"|in what way)\b(?! (?:much|many|late|long|soon|often))"
    rf"(?:(?! much\b)[^.?!\n]){{0,30}}\b(?:pay(?:ing)?|send|transfer|wire|venmo|zelle|settle|make|get"
    rf"|submit|put down|mail)\b[^.?!\n]{{0,20}}"
    rf"\b(?:{_MONEY}|payments?|rest|balance|remainder|remaining|final|amount|bill|it|that|this|you|u"
    rf"|for (?:it|that|this|the party)"
    rf"|what'?s left|what (?:i|we) owe)\b"
    rf"|\bhow\b (?:do|can|should|would|could|am|are|does) (?:i|we|one)(?: (?:actually|even|then|now"
    rf"|supposed to|best))* pay\W*$"
    rf"|\b(?:ways?|instructions?|details|info|link) (?:to|for|on how to) (?:pay\w*|the (?:deposit|payment)|send)\b"
    rf"|\b(?:payment|deposit|pay) (?:instructions?|details|info|link)\b"
    r"|\bhow (?:does|do) (?:the )?(?:payments?|deposit|paying) (?:work|go|happen)\b"
    rf"|\bhow\b[^.?!\n]{{0,12}}\b(?:{_MONEY}|payments?|rest|balance)\b[^.?!\n]{{0,12}}\b(?:is|gets?|be"
    rf"|are|being) (?:paid|made|sent)\b"
)
_NOT_HOW_PAID = re.compile(
    r"\b(?:how much|tips?|tipping|gratuity|split|halves|half|installments?|parts|back|refund\w*"
    r"|by when|until when|last (?:year|time)|each|per person|invoice)\b"
)
_SAID_PAID = re.compile(r"\b(?:i|we)(?:'ve| have)? (?:already |just )?(?:paid|sent|zelled|venmoed)\b")
_REFERENCE = re.compile(
    r"\b(?:reference|confirmation|booking|reservation|memo|order|payment) ?(?:number|no\.?|code|id|#"
    r"|ref)|\b(?:the|my|our|a|which|what|whats|your) (?:reference|memo|ref)\b"
    r"|\b(?:what|which|whats)\b[^.?!\n]{0,25}\b(?:put|write|type|enter|add|go(?:es)?|include|use"
    r"|say)\b[^.?!\n]{0,15}\b(?:memo|note|notes|description|comment|subject|caption|reference)\b"
    r"|\b(?:code|number|letters)\b[^.?!\n]{0,20}\b(?:memo|note|payment|venmo|zelle)\b"
)
_WANTS_IT = re.compile(
    r"\b(?:what|whats|what'?s|which|need|send|give|tell|text|get|have|want|where|remind|resend|lost"
    r"|forgot|don'?t have|can'?t find|is there|do i (?:need|have)|can i|may i|could)\b"
)
_MEANING = re.compile(
    r"\b(?:mean(?:s|t|ing)?|why|what for|what'?s it for|stand for|for what|is (?:this|that) (?:code"
    r"|number|pb)|that (?:code|number|pb|thing)|those (?:letters|numbers))\b"
)
_CARRIES = re.compile(
    rf"\b(?:{_MONEY}|it|that)\b[^.?!\n]{{0,25}}\b(?:carr(?:y|ies|ied)(?: over| forward)?|transfer(?:s"
    rf"|red)?|roll(?:s|ed)? over"
    r"|(?:go|goes|move|moves|come|comes) (?:with|along|over)|still (?:good|count\w*|valid|apply"
    r"|applies|there|ours|mine)|safe"
    r"|(?:stay|stays|remain|remains)\b|count(?:s)? (?:for|toward\w*)|appl(?:y|ies) to|good for"
    r"|valid for|kept|lost|gone|used)\b"
    rf"|\b(?:carry over|roll over|transfer|keep|lose|losing|move|apply|use)\b[^.?!\n]{{0,20}}\b{_MONEY}\b"
    rf"|\b(?:do|would|will|does|have|need) (?:i|we)\b[^.?!\n]{{0,12}}\b(?:pay|need|lose|put down"
    rf"|send)\b[^.?!\n]{{0,15}}\b(?:another|a new|a second|new|the|a|my|our) (?:deposit|{SPOKEN})\b"
    rf"|\bwhat (?:happens|becomes|about|will happen|would happen)\b[^.?!\n]{{0,20}}\b{_MONEY}\b"
    r"|\b(?:another|new|second) deposit\b"
)
_INVERTED = re.compile(r"\b(?:do|does|will|would|can|is|are) (?:i|we|my|our|the|it|that)\b")
_CARRY_WORD = re.compile(
    rf"\b{_MONEY}\b[^.?!\n]{{0,20}}\b(?:carr(?:y|ies|ied)|roll(?:s|ed)?|transfer(?:s|red)?)(?: over"
    rf"| forward)?\b(?! (?:it|to you|you|the money|money|by|via))"
)
_LOSES_IT = re.compile(
    rf"\b(?:lose|keep|los(?:t|ing)) (?:it|that|the deposit|my deposit|our deposit|the money|the {SPOKEN}|my money)\b"
)
_FOOD = (
    r"(?:proteins?|meats?|menus?|food(?: choices?| selections?| orders?)?|choices|selections"
    r"|dish(?:es)?|meals?|(?:menu|food|protein|meat) (?:choices?|picks?|orders?)"
    r"|what (?:everyone|everybody|people|we|they|each (?:person|guest)|the guests"
    r"|all of us)(?: (?:each|all))? (?:eats?|wants?|gets?|has|have|choose|chose|picks?|is having"
    r"|are having|will have|want to eat))"
)
_NAMES_FOOD = re.compile(rf"\b{_FOOD}\b")
_TELLS = (
    r"(?:tell|send|give|let (?:you|u) (?:guys )?know|choose|pick|decide|need|submit|order|select"
    r"|change|adjust|switch|swap|know|have|finali[sz]e|lock in|be in|due|turn in|get (?:you|to you)"
    r"|update)"
)
_WHEN_TOLD = re.compile(
    rf"\b(?:when|{_LAST})\b[^.?!\n]{{0,40}}\b{_TELLS}\b|\b{_TELLS}\b[^.?!\n]{{0,40}}\b{_LAST}\b"
    rf"|\b(?:dead ?line|cut ?-?off|due)\b"
)
_TOLD_BEFORE = re.compile(
    r"\b(?:do|should|must|have|need|can|could|does|will) (?:i|we|everyone|everybody|all of us|they"
    r"|the guests|people)\b[^.?!\n]{0,25}\b(?:have to |need to )?(?:send|choose|pick|tell|decide|order"
    r"|give|select|submit)\b"
    r"[^.?!\n]{0,40}\b(?:before|beforehand|ahead|in advance|first|now|already|there|on the (?:day|spot"
    r"|night)|at the party|to the chef|the chef|you|u|choices|selections|picks|proteins)\b"
)
_HEADS = re.compile(
    r"\b(?:head ?count|guest (?:count|list|number)|number of (?:guests|people)|how many (?:people"
    r"|guests|come|are|we)|final (?:number|count))\b"
)
_GOES_ON = re.compile(
    rf"{_LEADS}(?:(?:i|we) )?(?:(?:do|can|should|could) (?:i|we) )?(?:(?:send|tell|give|let you know"
    rf"|change)\b[^.?!\n]{{0,25}}\b)?"
    rf"(?:and |so )?(?:{_LAST})\b[^.?!\n]{{0,45}}\W*$"
)
_MEANS_FOOD = re.compile(
    r"\b(?:i mean|i meant|not the (?:number|count|guests|people)|i'?m (?:asking|talking) about|talking about|about)\b"
)
_PER_CENT = r"(?:%|percent|pct|per cent)(?!\w)"
_PERCENT = re.compile(rf"\b(\d{{1,2}})(?= ?{_PER_CENT}| ?(?:and|or|to|vs|&|,|-) ?\d{{1,2}} ?{_PER_CENT})")
_TIP = re.compile(r"\b(?:tips?|tipping|gratuity)\b")
_OF_TOTAL = re.compile(r"\b(?:of|on) (?:what|the|our|my|that|it|\$? ?\d[\d,]{2,})\b")
_COMES_TO = re.compile(
    r"\b(?:what|how much)\b[^.?!\n]{0,20}\b(?:would|does|will|is|be|do|'?s)\b[^.?!\n]{0,20}\b(?:that"
    r"|it|this)\b(?: (?:come (?:out )?to|be|make|amount to|in (?:dollars|money|numbers)|then"
    r"|actually))+\W*$"
    r"|\bin (?:dollars|actual (?:money|dollars|numbers)|numbers|real money)\b|\bwhat(?:'?s| is) that in\b"
)
_TIP_BASE = re.compile(
    r"\b(?:on|of|from|before|after|with|without|including|minus|less)\b[^.?!\n]{0,30}\b(?:deposit"
    r"|total|full|whole|balance|rest|amount|\d{3,4})\b"
)
_TIP_MONEY = re.compile(
    r"\b(?:dollars?|bucks|\$|amount|come to|in total|altogether|all together|all in|calculate|math)\b"
)
_DISCOUNT = re.compile(r"\b(?:off|discount\w*|deal|cheaper|less)\b")
_WHEN_DUE = re.compile(
    r"\b(?:when|by when|until when|till when|how soon|what (?:day|date)|at the latest|latest"
    r"|dead ?line)\b[^.?!\n]{0,30}\b(?:pay|paid|due|owe|settle|send (?:the )?(?:money|rest))\b"
    r"|\b(?:pay|paid|due|owe)\b[^.?!\n]{0,20}\b(?:by when|until when|when|at the latest)\b"
)
_NEEDED = re.compile(
    r"\b(?:when|by when|until when|how soon)\b[^.?!\n]{0,12}\b(?:need|want"
    r"|expect)\b[^.?!\n]{0,10}\b(?:rest|balance|money|payment|remaind?er|remaining)\b"
)
_OF_MONEY = ("payment", "pay_handle", "rest_due", "balance", "deposit", "cancellation")
_HOW_ALONE = re.compile(
    r"^\W*(?:(?:but|so|ok|and|yes|no|sorry|you (?:didn'?t|did not|never|haven'?t) (?:say|said|tell me"
    r"|told me|answer(?:ed)?)|tell me|i (?:asked|mean|meant)"
    r"|that'?s not|again|just|still|the question (?:was|is)|i still don'?t know"
    r"|i don'?t know)\W+)*how(?: (?:exactly|though|then|to (?:do|pay) (?:it|that)|do (?:i|we) (?:do"
    r"|pay) (?:it|that)))*\W*$"
)
_AND_OF = re.compile(r"^\W*(?:and|what about|how about|also|same for|or)\b")
_BELIEVED = re.compile(
    r"\b(?:says?|said|thinks?|got|get|gets|calculat\w*|comes? up with|figures?)\b[^.?!\n]{0,20}(?<![\d,])\d{2,4}\b"
)
_DEADLINES = ("guest_count_final", "menu_change", "reschedule", "cancellation", "rest_due")
_BEFORE_IT = re.compile(
    rf"\b(?P<n>a|the|{NUMBER}) (?P<unit>days?|weeks?|night) (?:before|ahead|prior|out)\b(?! (?:that|this)\b)"
)
FEW_WORDS, SHORT = 8, 12


def kind_of(folded: str, dialogue: Dialogue, before: str, found: tuple[str, ...]) -> Kind | None:
    """The term that a folded clause asks for; before: the clause before it, found: what those before it asked for."""
    just = dialogue.answered[-1] if dialogue.answered else ""
    if _tip(folded, dialogue, found):
        return "tip"
    if _carries(folded, dialogue):
        return "carries"
    if _refund(folded, just, found, dialogue.pending is not None and dialogue.pending.kind == "cancel"):
        return "refund"
    if _menu(folded, just, before, "menu" in found):
        return "menu"
    if _REFERENCE.search(folded) and _WANTS_IT.search(folded) and not _MEANING.search(folded):
        return "reference"
    if _due(folded, just):
        return "due"
    if (
        just in ("payment", "pay_handle", "deposit", "rest_due")
        and len(folded.split()) <= FEW_WORDS
        and _HOW_ALONE.search(folded)
    ):
        return "pay"
    if _HOW_PAID.search(folded) and not (_NOT_HOW_PAID.search(folded) or _SAID_PAID.search(folded)):
        return "pay"
    return None


def percents(text: str) -> tuple[int, ...]:
    """The percentages that a text names."""
    return tuple(dict.fromkeys(int(one) for one in _PERCENT.findall(text.lower())))


def days_before(folded: str) -> int | None:
    """ "If we cancel 2 days before": how many days before the party that is."""
    found = _BEFORE_IT.search(folded)
    if found is None:
        return None
    number = 1 if found["n"] in ("a", "the") else to_int(found["n"])
    return None if number is None else number * (7 if found["unit"].startswith("week") else 1)


def day_named(text: str) -> str | None:
    """The words of a text that name a day."""
    found = _HAS_DAY.search(text.lower())
    return found.group() if found else None


def _refund(folded: str, just: str, found: tuple[str, ...], cancelling: bool) -> bool:
    if _MOVES.search(folded) or _WHEN_BACK.search(folded) and not _CANCEL.search(folded):
        return False
    if _IF_PAID.search(folded) and _CANCEL.search(folded):
        return True
    if _NOW.search(folded) and not _UNTIL.search(folded):
        return False
    cancels, back = bool(_CANCEL.search(folded)), bool(_BACK.search(folded))
    if (_UNTIL.search(folded) and cancels) or (_LAST_DAY.search(folded) and back):
        return True
    if cancels and days_before(folded) is not None and asks(folded):
        return True
    of_day = back and (bool(_HAS_DAY.search(folded)) or bool(_UNTIL.search(folded) and just == "cancellation"))
    if of_day and re.search(r"\b(?:can|could|do|does|would|will|is|get|still)\b", folded):
        return True
    if just != "cancellation" and "refund" not in found and not cancelling:
        return False
    words = len(folded.split())
    alone = words <= FEW_WORDS and not (
        _NOT_OF_MONEY.search(folded) or _NAMES_FOOD.search(folded) or _WHEN_DUE.search(folded)
    )
    if _LAST_DAY.search(folded) and (cancelling or (just == "cancellation" and alone)):
        return True
    if words <= SHORT and (_WHICH_DAY.match(folded) or _FIRST_PAID.search(folded) and _UNTIL.search(folded)):
        return True
    day = words <= FEW_WORDS and bool(_HAS_DAY.search(folded)) and not _NOT_OF_MONEY.search(folded)
    return day and bool(_THAT_DAY_OK.match(folded))


def _carries(folded: str, dialogue: Dialogue) -> bool:
    if _CANCEL.search(folded) or not (asks(folded) or _INVERTED.search(folded)):
        return False
    if _CARRY_WORD.search(folded):
        return True
    just = dialogue.answered[-2:]
    moving = bool({"date", "time"} & set(dialogue.change)) or {"reschedule", "carries"} & set(just)
    if moving and _LOSES_IT.search(folded) and not _UNTIL.search(folded):
        return True
    return bool(_CARRIES.search(folded)) and (bool(_MOVES.search(folded)) or bool(moving and re.search(_MONEY, folded)))


def _due(folded: str, just: str) -> bool:
    """Whether it is asked by when money is due: of a deposit alone the rule of the hold tells, where none was spoken of."""
    if (
        _CANCEL.search(folded)
        or _BACK.search(folded)
        or _TIP.search(folded)
        or not (_WHEN_DUE.search(folded) or _NEEDED.search(folded))
    ):
        return False
    return just in _OF_MONEY or not re.search(rf"\bdeposit|(?<![\w$]){SPOKEN}\b", folded)


def _menu(folded: str, just: str, before: str, found: bool) -> bool:
    if _HEADS.search(folded) or _CANCEL.search(folded) or _MOVES.search(folded):
        return False
    food = bool(_NAMES_FOOD.search(folded))
    if food and (_WHEN_TOLD.search(folded) or _TOLD_BEFORE.search(folded)):
        return True
    if food and just in _DEADLINES and _MEANS_FOOD.search(folded):
        return True
    if food and just in _DEADLINES and len(folded.split()) <= FEW_WORDS and _AND_OF.match(folded):
        return True
    of_food = found or just in ("menu_change", "choose", "included", "menu") or bool(_NAMES_FOOD.search(before))
    if of_food and _TOLD_BEFORE.search(folded) and not _HOW_PAID.search(folded):
        return True
    goes_on = (
        of_food
        and len(folded.split()) <= SHORT
        and not re.search(r"\b(?:guests?|people|pay\w*|deposit|chef|arrive\w*|start\w*|move)\b", folded)
    )
    return goes_on and bool(
        _GOES_ON.match(folded) or (_UNTIL.search(folded) and re.search(r"\b(?:them|those|it|that)\b", folded))
    )


def _tip(folded: str, dialogue: Dialogue, found: tuple[str, ...]) -> bool:
    just = "gratuity" in dialogue.answered[-1:] or "tip" in found
    if _DISCOUNT.search(folded):
        return False
    said, named = bool(percents(folded)), bool(_TIP.search(folded))
    if said and (named or just or _OF_TOTAL.search(folded)):
        return True
    if (
        named
        and (_TIP_MONEY.search(folded) or _TIP_BASE.search(folded))
        and re.search(r"\b(?:how|what|do|does|is|should)\b", folded)
    ):
        return True
    if (
        just
        and re.search(r"\b(?:on top|included|in the (?:total|price|bill)|extra)\b", folded)
        and len(folded.split()) <= SHORT
    ):
        return True
    if not just or len(folded.split()) > SHORT + 4:
        return False
    return bool(
        _COMES_TO.search(folded)
        or _BELIEVED.search(folded)
        or ("tip" in found and re.search(r"\b(?:how much|what)\b[^.?!\n]{0,12}\b(?:that|it)\b", folded))
        or _TIP_BASE.search(folded)
        and re.search(r"\b(?:is|do|does|or|would)\b", folded)
        or re.search(r"(?<![\d,])\d{2,4}\b.*\b(?:right|correct|calculator|calculated|math)\b", folded)
        or ("tip" in found and re.search(r"\b(?:right|correct)\b", folded))
    )
