"""What is asked and told about paying: per person beside the total, when each part is due, that it was paid. Pure."""

from hibachi.kit import lazy_re as re
from hibachi.language.openers import OPENERS

_EACH = r"(?:per|a|each|every) (?:person|head|guest|adult|pp)"
_OWED = (
    r"(?:rest|balance|remainder|remaining|the other (?:part|half)|final (?:payment|bill|amount)"
    r"|full (?:amount|payment)|what'?s left|remaining (?:amount|money|balance))"
)
_OURS = r"(?:the |my |our )?(?:\$?100|hundred(?: dollars| bucks)?|money|deposit|refund|cash|it)"
_PER_PERSON = re.compile(
    rf"\bsplit(?:ting)?\b[^.?!\n]{{0,15}}\b(?:even\w*|equal\w*|fair\w*|between (?:us|all|every\w+)"
    r"|among\w* (?:us|all|every\w+)|(?:with|by) every(?:one|body))\b"
    r"|\bwhat(?:'?s| is| does| would| will|s)? (?:every(?:one|body)|each of us|each one)(?: gonna"
    r"| going to| have to| need to)*(?: be)? (?:throw|chip|pitch|put|pay|kick|ow)\w*\b"
    rf"|\bsplit\b[^.?!\n]{{0,20}}\b(?:by|per|for each) (?:the )?(?:person|head|guest|people)\b"
    rf"|\b(?:total|price|cost|quote|amount|altogether)\b[^.?!\n]{{0,20}}(?:\band\b|&|\+|/|\bplus\b"
    rf"|\bas well as\b)[^.?!\n]{{0,15}}\b{_EACH}\b"
    r"|\b(?:that'?s|so|is that|thats|comes? to) what (?:a|per|each|every|for each) (?:person|head"
    r"|guest)\b|\bwhat(?:'?s| is| does| would)?(?: (?:that|it)(?: come to| be| run| cost)?)? (?:a|per"
    r"|each) (?:person|head|guest)\b(?! (?:get|eat|choose|have|pick))"
    rf"|\b{_EACH}(?: (?:price|cost|rate))? (?:and|&|\+|/|plus|as well as) (?:the |in )?(?:total"
    rf"|altogether|overall|all)\b|\b{_EACH},? (?:too|as well|also)\b",
    re.I,
)
_LEFT = r"(?:owed?|owing|left|due|remain\w*|outstanding|balance|to pay|(?:still|then) (?:have to |need to |must )?pay)"
_SPLIT = re.compile(
    rf"\b(?:after|once|with|when|minus|less)\b[^.?!\n]{{0,20}}\bdeposit\b[^.?!\n]{{0,25}}\b(?:how much"
    rf"|what)\b[^.?!\n]{{0,30}}\b{_LEFT}\b"
    rf"|\b(?:how much|what)\b[^.?!\n]{{0,40}}\b{_LEFT}\b[^.?!\n]{{0,30}}\b(?:after|once|when|with"
    rf"|minus|less)\b[^.?!\n]{{0,20}}\bdeposit\b|"
    r"\b(?:remains?|remaining|left(?: over)?|due|owed?|to (?:be )?paid?)\b[^.?!\n]{0,15}\b(?:when"
    r"|after|once|with)\b[^.?!\n]{0,8}\bdeposit\b[^.?!\n]{0,6}\b(?:taken off|deducted|subtracted|paid"
    r"|off|in|made)\b|\b(?:take|deduct|subtract)\b[^.?!\n]{0,8}\bdeposit off (?:of )?(?:that|it|this"
    r"|the total)\b|"
    r"\b(?:how much|what)\b[^.?!\n]{0,25}\b(?:now|today|up ?front|first|right away|to book"
    r"|in advance)\b[^.?!\n]{0,30}\b(?:later|on the day|at the (?:party|event|end)|afterwards?"
    r"|the rest|then|when you come)\b"
    r"|\bhow much\b[^.?!\n]{0,15}\b(?:do|would|will) (?:i|we) (?:pay|owe"
    r"|have to pay)\b[^.?!\n]{0,15}\b(?:on the day|at the party|that day|to the chef"
    r"|when (?:you|the chef))\b",
    re.I,
)
_REST_DUE = re.compile(
    rf"\b(?:pay|paid|paying|settle|cover|bring)\b[^.?!\n]{{0,15}}\b{_OWED}\b[^.?!\n]{{0,30}}\b(?:when"
    r"|on (?:the|that) (?:day|night|spot)|at the (?:party|end|event)|after|before|chef|in person"
    rf"|day of)\b|\b(?:pay|paid)\b[^.?!\n]{{0,15}}\b(?:all of it|all|everything|it all"
    rf"|the whole (?:thing|amount)|in full)\b[^.?!\n]{{0,12}}\b(?:at once|up ?front|in advance|now"
    r"|at booking|before|ahead|right away|on the day|that day)\b"
    rf"|\b(?:when|by when|how soon|what day|at what point)\b[^.?!\n]{{0,30}}\b{_OWED}\b"
    rf"|\b{_OWED}\b[^.?!\n]{{0,20}}\b(?:when|due|paid|payable)\b[^.?!\n]{{0,15}}\?",
    re.I,
)
_DEPOSIT_DUE = re.compile(
    r"\b(?:by when|until when|till when|how soon|how fast|how long|when)\b[^.?!\n]{0,20}\b(?:have to"
    r"|need to|must|to|should) pay (?:that|it|this)\b"
    r"|\b(?:when|by when|how soon|how fast|how quick(?:ly)?|until when|till when"
    r"|what'?s the deadline)\b[^.?!\n]{0,30}\b(?:deposit|\$?100"
    r"|hundred)\b(?![^.?!\n]{0,20}\bback\b)(?! (?:is |has been |was |gets )?(?:taken off|deducted"
    r"|subtracted|paid off|off)\b)",
    re.I,
)
_BACK = (
    rf"(?:(?:get|have|see|receive|expect)\b[^.?!\n]{{0,20}}{_OURS}\b[^.?!\n]{{0,12}}\bback"
    r"|(?:i|we) (?:get|have|see|receive|expect) (?:my|our|the) (?:money|deposit|hundred|refund|\$?100)\b"
    rf"|{_OURS}\b[^.?!\n]{{0,15}}\b(?:arriv\w*|come(?:s)? back|be back|back|returned|refunded|sent back"
    r"|in my account|show up)|refund)"
)
_REFUND_WHEN = re.compile(
    r"\b(?<!until )(?<!till )(?:when|how long(?! before)|how soon|how fast"
    rf"|how many days(?! (?:before|ahead|prior|in advance)))\b[^.?!\n]{{0,30}}\b{_BACK}\b",
    re.I,
)
_PAID = re.compile(
    rf"\b(?:paid|zelled|venmo(?:e)?d|cash ?apped|transferred|wired|sent)\b[^.?!\n]{{0,25}}\b(?:deposit"
    r"|\$?100|hundred|money|payment|by zelle|via zelle|by venmo|via venmo|with (?:my )?card|just now"
    r"|it (?:by|via|with|through|over))\b"
    r"|\b(?:deposit|payment|money|\$?100)(?:'s| is| was| has been| has)? (?:just |now "
    r"|already )?(?:sent|paid|done|made|on (?:its|the) way|through|transferred|gone out)\b"
    rf"|\b(?:deposit|payment|money|zelle|venmo|transfer|\$?100)\b[^.?!\n]{{0,25}}\b(?:went|has gone"
    r"|have gone|has come|came|has been|is) (?:thr(?:u|ough)|out|across|cleared)\b"
    rf"|^\W*(?:(?:{OPENERS}|done|all|just)\W+)*(?:paid|payment sent|sent the payment)\W*$",
    re.I,
)
_NO_PAYER = re.compile(
    r"\b(?:not|never|haven'?t|hasn'?t|didn'?t|don'?t|if|when|once|after|before|until|get(?:s|ting)?"
    r"|to be|be|should|can|must|will|would|do|does|did)\b[^.?!\n]{0,25}\b(?:paid|sent|transferred"
    r"|wired|refunded)\b",
    re.I,
)
_ANOTHER_TIME = re.compile(
    r"\blast (?:year|time|month|summer|winter|fall|spring|party)\b|\b(?:years?|months?) ago\b"
    r"|\belsewhere\b|\b(?:another|other|different) (?:place|company|chef|caterer)s?\b"
)
""" "Last year we paid 500 for 10 of us": no payment of this party."""


_WORTH = re.compile(
    r"\bfor (?:that|this|the same)(?: much| money| price)?,? (?:i|we|you)(?:'d| could| can| might)\b"
    r"|\bfor (?:that|this|so) (?:much |kind of )?(?:money|price|much|amount)\b[^.?!\n]{0,50}\b(?:could"
    r"|can|would|might|rather|why)\b"
    r"|\b(?:could|can|might|would)(?: just| also| easily| probably| always)* (?:order|get|grill|cook"
    r"|make|do|buy|have|eat|go)\b[^.?!\n]{0,40}\b(?:myself|ourselves|on (?:my|our) own"
    r"|for (?:way |much |a lot )?less|way less|cheaper|half)\b"
    r"|\b(?:why|y) would (?:i|we|anyone|anybody) pay\b"
    r"|\b(?:is|are|r) (?:it|this|you|u|that|yours)(?: guys)?(?: even| really| actually)? worth (?:it"
    r"|that|the|so|paying)\b(?! for (?:just |only )?(?:the )?\w+(?: of us)?\W*$)"
    r"|\b(?:quoted|charges?|charging|offered|asks?|paid|wants?)(?: us| me)?(?: only"
    r"| just)? \$?\d{2,3} (?:an?|per|each) (?:head|person|pp|adult)\b"
    r"|\$?\b\d{2,3} (?:an?|per|each) (?:head|person|pp|plate)\b[^.?!\n]{0,25}\b(?:elsewhere"
    r"|somewhere else|(?:at|from|with|by) (?:another|a different|some ?body else|someone else"
    r"|other))\b|\b(?:somewhere else|elsewhere|another (?:place|company|caterer|chef)"
    r"|other (?:places?|compan\w+|caterers?|chefs?))\b[^.?!\n]{0,30}\$?\d{2,3} (?:a|per) (?:head"
    r"|person|pp)\b",
    re.I,
)
"""Whether it is worth its price, next to what somebody could do or get elsewhere."""
_A_LOT = re.compile(
    r"\b(?:tight|small|limited|low|modest|strict) budget\b"
    r"|\bbudget(?:'s| is) (?:\w+ )?(?:tight|limited|small|low)\b|\bon a budget\b"
    rf"|\b(?:\$ ?\d{{2,4}}|\d{{2,4}} (?:dollars|bucks)|{_EACH}|it|that|this"
    rf"|price)\b[^.?!\n]{{0,20}}\b(?:is|seems|sounds|feels"
    r"|looks)(?: \w+)? (?:(?:quite )?a lot(?! of (?!money|cash|dough))|too much|steep|crazy|expensive"
    r"|pricey|high)\b",
    re.I,
)


def topics(clause: str) -> tuple[str, ...]:
    """The questions about paying that a folded clause asks, each the name of a topic."""
    found = (
        ("refund_when", _REFUND_WHEN), ("balance", _SPLIT), ("rest_due", _REST_DUE), ("hold_time", _DEPOSIT_DUE),
    )  # fmt: skip
    return tuple(name for name, pattern in found if pattern.search(clause))


def asks_of_both_parts(folded: str) -> bool:
    """Whether a folded text asks, over several clauses, how much is paid now and how much later."""
    return bool(_SPLIT.search(folded))


_WHAT_THEN = re.compile(
    r"(?:^|[.!?,;\n]\s*|\band |\bso )what(?:'?s| is| would| will) (?:it|that"
    r"|the (?:price|total|cost))(?: (?:be|come to|cost|now|then|total|like that))+\W*$"
    r"|(?:^|[.!?,;\n]\s*|\band |\bso |\bok )(?:where|what) (?:are we|am i|does (?:that|it|this)"
    r"|would (?:that|it)) (?:now )?(?:at|put us|leave us|bring us(?: to)?|put me|leave me)(?: at| now"
    r"| then)*\W*$"
)
""" "So all 4 kids again. What is it then?": the price of what was just said."""


_NAMED_PAYMENT = re.compile(
    r"\b((?:what|how|when|where|which|does|do|is|will|can|get|keep|lose|refund|about|of|for|with"
    r"|to)\b[^.?!\n]{0,40}\b(?:deposit|money|payment|hundred|\$?100)) (?:that |which )?(?:we|i)(?:'ve"
    r"| have|'d| had)? (?:already |just )?(?:paid|sent|made|gave|put down|zelled|venmoed"
    r"|transferred)\b"
)


def without_named_payment(folded: str) -> str:
    """A folded text without what only says which payment is meant: "what happens to the deposit we paid?" claims none."""
    return _NAMED_PAYMENT.sub(r"\1", folded)


_DISHES_EACH = re.compile(
    r"\bhow many (?:\w+ )?(?:proteins?|meats?|sides?|dishes|choices|options|items|things|pieces"
    r"|portions|kinds|shrimp|scallops)\b(?![^?\n]*\b(?:how much|price|costs?|pay|total|charge)\b)"
    r"|\b(?:a|per|each|every) (?:person|guest|head|adult|one of us) (?:(?:can|could|may|will|would|also|to|gets? to|get|just|then)"
    r" )*(?:choose|pick|select|order|decide|get|have|eat|want|bring)s?\b(?![^?\n]*\b(?:how much|price|costs?|pay|total|charge)\b)"
)


def of_price(shown: tuple[str, ...], folded: str) -> tuple[str, ...]:
    """The acts without the price of one, where it is so many dishes that each guest gets ("how many proteins per guest?")."""
    return tuple(act for act in shown if act != "per_person") if _DISHES_EACH.search(folded) else shown


def acts(folded: str) -> tuple[str, ...]:
    """What a folded text does about paying: the price of one beside the total, a payment that was made."""
    paid = "?" not in folded and bool(_PAID.search(folded)) and not _NO_PAYER.search(folded)
    paid = paid and not _ANOTHER_TIME.search(folded)
    shown = (
        ("per_person", bool(_PER_PERSON.search(folded) and not _DISHES_EACH.search(folded))),
        ("asks_total", bool(_WHAT_THEN.search(folded))),
        ("price_objection", bool(_A_LOT.search(folded) or _WORTH.search(folded))),
        ("paid_claim", paid),
    )
    return tuple(name for name, there in shown if there)
