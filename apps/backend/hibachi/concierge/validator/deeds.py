"""What a reply says was done was done in this turn, and it promises nothing that no job or person will keep."""

from collections.abc import Callable
from dataclasses import dataclass

from hibachi.concierge.facts import Evidence
from hibachi.concierge.validator.ground import Ground
from hibachi.concierge.validator.text import CONDITION, Part, clauses, negated, pieces
from hibachi.kit import lazy_re as re

_DID = (
    r"(?:i|we|our team|my team|the team|they)(?:'ve| have|'m| am|'re| are| just| now| already| also"
    r"| went ahead and| has| had)*"
)
_IS = (
    r"(?:is|are|'s|'re|has been|have been|was|were|'ve been|gets|stands|got)(?: now| all| already"
    r"| officially| successfully| fully| both| just| hereby| also| still| currently| safely)*"
)


@dataclass(frozen=True, slots=True)
class Deed:
    """A claim and the fact that it needs. strong: the speaker says "I have …", which no condition softens."""

    kind: str
    strong: re.Pattern[str]
    weak: re.Pattern[str]
    done: Callable[[Evidence], bool]
    why: str


def _statuses(*wanted: str) -> Callable[[Evidence], bool]:
    return lambda evidence: bool(evidence.statuses() & set(wanted))


def _is_booked(evidence: Evidence) -> bool:
    return any(evidence.results("booked", "changed")) or _statuses("deposit_pending", "confirmed", "completed")(
        evidence
    )


def _is_held(evidence: Evidence) -> bool:
    return any(evidence.results("held")) or _is_booked(evidence) or _statuses("held")(evidence)


def _is_cancelled(evidence: Evidence) -> bool:
    return any(evidence.results("cancelled")) or _statuses("cancelled")(evidence)


def _is_refunded(evidence: Evidence) -> bool:
    return any(fact.result.get("refund") not in (None, "0.00") for fact in evidence.results("cancelled"))


def _is_changed(evidence: Evidence) -> bool:
    return any(evidence.results("changed"))


def _is_recounted(evidence: Evidence) -> bool:
    return _is_changed(evidence) or any("party" in fact.result for fact in evidence.facts)


def _is_paid(evidence: Evidence) -> bool:
    return _statuses("confirmed", "completed")(evidence) or any(evidence.results("deposit_paid", "paid"))


def _is_handed_over(evidence: Evidence) -> bool:
    return any(evidence.results("handed_over"))


def _is_anything_done(evidence: Evidence) -> bool:
    return any(evidence.results("booked", "held", "changed", "cancelled", "handed_over"))


def _is_sent(evidence: Evidence) -> bool:
    return any(evidence.results("sent", "emailed", "texted"))


def _deed(kind: str, strong: str, weak: str, done: Callable[[Evidence], bool], why: str) -> Deed:
    return Deed(kind, re.compile(strong), re.compile(weak), done, why)


_DEEDS = (
    _deed(
        "done",
        r"(?!)",
        (
            r"^\W*(?:all )?done\b(?= *(?:$|[!.,:-]))|\bconsider it (?:done|booked)|\bit's (?:all )?done\b"
            r"|\ball (?:done|taken care of)\b"
        ),
        _is_anything_done,
        "no tool of this turn did anything; say what is still to be done",
    ),
    _deed(
        "booked",
        (
            rf"\b{_DID} (?:booked(?! (?:up|solid|out))|scheduled|locked (?:in|down|you|it|that|this|your)"
            r"|secured|finalized|finalised|completed (?:your|the) booking"
            r"|made (?:your|the) (?:booking|reservation)|got you (?:booked|down|in|on)"
            r"|put (?:you|it|that|your party) (?:down|in|on)|signed you up"
            r"|added (?:you|it|your party) to (?:the|our) (?:calendar|schedule|books))"
        ),
        (
            r"\b(?:(?:you|it|that|this|everything|all|date|party|event|booking|reservation|slot|chef|time"
            rf"|spot|evening|pm|am|\d{{1,2}}(?:st|nd|rd|th)?"
            rf"|noon)(?: \w+){{0,3}}?) ?{_IS} (?:booked(?! (?:up|solid|out))|set(?! up|ting)|scheduled"
            r"|locked in|secured|finalized|finalised|complete|good to go|in the books"
            r"|on the (?:books|calendar|schedule)|in (?:the|our) (?:calendar|schedule|books|system)"
            r"|in place|official|done|through|yours|made)\b"
            r"|\b(?:you're|you are|we're)(?: now| all"
            r"| officially)* (?:in(?! luck| good| great| for )(?=[!,. ]*(?:$|[a-z]+[!,]| for))"
            r"|set(?! up)\b|booked(?! (?:up|solid|out))|scheduled|locked in"
            r"|on the (?:calendar|books|schedule))"
            r"|\b(?:booking|reservation) (?:went through|made|complete|successful|received|number|placed)"
            r"|\bit's official|\bsee you (?:on|then|at|saturday|sunday|friday|monday|tuesday|wednesday"
            r"|thursday|in|soon)|\byou got it booked|\bbooked(?:!| for you\b| you\b|, )|^\s*booked\b"
            r"|\b(?:is|are) coming to you on\b|\bthe chef will (?:be there|arrive|come|see you) on\b"
            r"|\bis all yours\b|\bofficially yours\b|\b(?:date|slot|spot|time) is yours\b"
        ),
        _is_booked,
        "no tool of this turn booked anything; say what is still to be done, or book first",
    ),
    _deed(
        "confirmed",
        rf"\b{_DID} confirmed (?:it|that|your|the|you)",
        (
            r"\b(?:booking|party|date|reservation|event|it|that|you|everything|all|slot|time|spot|\d|pm"
            rf"|am)(?: \w+){{0,3}}? ?{_IS} (?:confirmed|guaranteed)\b"
            r"|\b(?:booking|reservation|date|party) confirmed\b|^\s*confirmed\b"
            r"|\b(?:you're|all) (?:now |all |officially )*confirmed\b|\bconfirmation (?:number|code)\b"
            r"|\b(?:a|your) confirmed (?:booking|party|reservation|date)\b"
        ),
        _statuses("confirmed", "completed"),
        "the booking is not confirmed: that it is once the deposit is paid",
    ),
    _deed(
        "held",
        (
            rf"\b{_DID} (?:held|holding|reserved|reserving|saved|saving"
            r"|set (?:aside|(?:it|that|this|the \w+|your \w+) aside)|blocked(?: off| out)?|pencil(?:l)?ed"
            rf"|put (?:a|it|that|this|your|the \w+)(?: \w+){{0,3}} (?:hold|on hold|aside)"
            r"|placed (?:a|it|that|your)(?: \w+)? (?:hold|on hold)|keeping|kept|grabbed|snagged"
            r"|claimed)\b(?! (?:at|in) )"
        ),
        (
            rf"\b{_IS} (?:on hold|being held|held|reserved|saved|set aside|blocked off|pencil(?:l)?ed in"
            r"|earmarked)\b(?! by)|\bon hold (?:for you|until)"
            r"|\b(?:hold|reservation) (?:is )?(?:placed|in place|active|expires)\b"
            r"|\b(?:your|the|that) hold (?:is|runs|lasts|expires|ends)\b|\breserved (?:for|in) you"
        ),
        _is_held,
        "nothing is held: hold the date first, or offer to",
    ),
    _deed(
        "cancelled",
        rf"\b{_DID} (?:cancel(?:l)?ed|called off|taken you off|removed (?:your|the|it))",
        (
            rf"\b{_IS} (?:cancel(?:l)?ed|called off|off the (?:calendar|books))\b"
            r"|\bcancel(?:l)?ation (?:is |has been |was )?(?:complete|confirmed|done|processed"
            r"|went through|successful)|^\s*cancel(?:l)?ed\b|\bis off the calendar\b"
        ),
        _is_cancelled,
        "nothing was cancelled in this turn",
    ),
    _deed(
        "moved",
        rf"\b{_DID} (?:moved|rescheduled|changed|switched|pushed|bumped|shifted|transferred)\b(?! your mind)",
        (
            r"\b(?:party|booking|date|event|reservation|it|you|everything|that"
            rf"|time)(?: \w+){{0,3}}? ?{_IS} (?:moved|rescheduled|changed|switched|shifted|pushed)\b"
            r"|\b(?:change|move|reschedule) (?:is|has been|was) (?:made|done|complete|confirmed|saved|in"
            r"|through)|^\s*(?:rescheduled|moved)\b"
        ),
        _is_changed,
        "nothing was changed in this turn",
    ),
    _deed(
        "updated",
        rf"\b{_DID} (?:updated|adjusted|modified|amended|added|swapped|increased|reduced|removed)\b(?! you to)",
        (
            r"\b(?:booking|party|reservation|order|menu|count|it|everything|guest count"
            rf"|headcount)(?: \w+){{0,3}}? ?{_IS} (?:updated|adjusted|modified|amended|added)\b"
            r"|^\s*updated\b"
        ),
        _is_recounted,
        "nothing was updated in this turn",
    ),
    _deed(
        "refunded",
        (
            rf"\b{_DID} (?:refunded|issued (?:a |the |your |you a )*(?:full )?refund|returned"
            r"|processed (?:a |the |your )*(?:full )?refund|sent (?:back|your (?:money|deposit|refund))"
            r"|initiated (?:a|the|your) refund|credited|reimbursed)"
        ),
        (
            rf"\b(?:refund|deposit|money|\d)(?: \w+){{0,2}}? ?{_IS} (?:refunded|issued|processed|returned"
            r"|on (?:its|the) way(?: back)?|sent(?: back)?|credited|initiated|back in your account"
            r"|reimbursed)\b|\brefund (?:issued|processed|sent|on its way)|\b(?:has|have) been refunded"
            r"|\byour refund (?:is|has|of)\b"
        ),
        _is_refunded,
        "no refund was made in this turn",
    ),
    _deed(
        "paid",
        (
            rf"\b{_DID} (?:received|got|have|processed|charged|confirmed|see|taken|collected"
            r"|applied) (?:your|the|a) (?:\$?[\d,.]+ )?(?:deposit|payment|card|money|balance)"
        ),
        (
            rf"\b(?:deposit|payment|balance|invoice)(?: of \S+| payment)? ?(?:{_IS} )?(?:received"
            r"|paid(?! (?:by|on|with|in|before|online|to|within|via|using|at|when|and))|cleared"
            r"|went through|processed|settled|complete|gone through|came through|charged|accepted)\b"
            r"|\bthank(?:s| you) for (?:your |the )?(?:payment|deposit|paying)|\bpaid in full\b"
            r"|\bcard (?:was|has been|is) charged|\ballset with payment"
        ),
        _is_paid,
        "no payment is known; only say what is to be paid",
    ),
    _deed(
        "sent",
        (
            rf"\b{_DID} (?:sent|emailed|e-mailed|texted|mailed|messaged|forwarded you|sending|emailing"
            r"|texting|dropped) (?!this|them|it on|that on|your (?:question|request|note|message))"
        ),
        (
            r"\b(?:e-?mail|invoice|link|contract|confirmation|receipt|quote|text|calendar invite|details"
            rf"|invitation|message|instructions) ?{_IS} (?:sent|emailed|e-mailed|texted"
            r"|on (?:its|the|their) way|in your inbox)\b"
            r"|\bcheck your (?:inbox|e-?mail|texts|phone|messages|spam)"
            r"|\b(?:should|will) (?:see|get|receive|have) (?:it|an?|the|our"
            rf"|your)(?: \w+){{0,2}} (?:e-?mail|text|invoice|link|receipt|confirmation|reminder|invite)"
            r"|\b(?:is|are) on (?:its|the|their) way to your (?:inbox|phone|e-?mail)"
        ),
        _is_sent,
        "nothing was sent by another way; do not say so",
    ),
    _deed(
        "handed over",
        (
            rf"\b{_DID} (?:passed|passing|forwarded|forwarding|handed|handing|escalated|escalating|flagged"
            r"|flagging|alerted|alerting|notified|notifying|connected|connecting|looped|looping|bringing"
            r"|brought|transferred|transferring|let (?:my|our|the) (?:team|manager|owner)"
            r"|told (?:my|our|the)|asked (?:my|our|the|a)|getting (?:a|someone|one of)|got (?:a|someone)"
            r"|put in a (?:request|note)|shared (?:this|that|your|it|everything))\b"
        ),
        (
            r"\b(?:someone|somebody|a (?:person|human|manager|colleague|specialist|team ?m(?:ember|ate)"
            r"|member of (?:our|my|the) team|real person|staff member)"
            r"|(?:our|my|the) (?:team|manager|owner|chef|staff|colleague|office|people)"
            r"|one of (?:us|our \w+|my \w+)|they|he|she) (?:will|'ll|is going to|are going to|shall"
            r"|is about to)(?: \w+)? (?:call|contact|reach|get|be in touch|follow|respond|reply|text"
            r"|e-?mail|write|answer|take (?:over|it from|care)|look|review|help|handle|come back|pick"
            r"|assist|step in|join|be with)"
            r"|\byou(?:'ll| will) (?:hear (?:back )?from|be contacted|get a call|receive a call"
            r"|be hearing)|\b(?:is|are|has been|have been|'s been|was) (?:passed|forwarded|handed"
            r"|escalated|transferred|flagged)|\bwill (?:be in touch|get back to you|reach out)\b"
        ),
        _is_handed_over,
        "nobody was asked: hand over first, or do not promise that a person answers",
    ),
)

_PROMISES = re.compile(
    r"\b(?:i|we)(?:'ll| will|'m going to| am going to|'re going to| shall|'ll also|'ll be sure to"
    r"|'ll make sure to)(?: also| then| gladly| certainly| personally| just| definitely| keep)* "
    r"(?:call you|text you|e-?mail you|remind|send (?:you |over |out |along |a |an |the |your )+"
    r"|follow up|check (?:back|in)|get back|ping|reach out|contact you|be in touch|monitor|watch|track"
    r"|keep (?:an eye|you|watch|track|checking|looking|it open)|keep (?=you|an)|look into"
    r"|let you know (?:if|when|as soon|once|the moment)|notify|update you|alert you|message you"
    r"|put you on|add you to (?:the|our) wait|make an exception|throw in|match|beat|mail|drop you"
    r"|write you|circle back|touch base"
    r"|have (?:a|the|our|someone)(?: \w+){0,2} (?:call|contact|text|reach))"
    r"|\b(?:an eye on the (?:weather|forecast)"
    r"|you(?:'ll| will) (?:get|receive|be sent|hear)(?: \w+){0,3} (?:reminder|text|e-?mail|call|link"
    r"|invoice|confirmation|message|contract|notification)"
    r"|expect (?:a|an|our)(?: \w+){0,2} (?:call|text|e-?mail|message|reminder|invoice|link)"
    r"|you(?:'re| are) on (?:the|our) wait|wait(?:ing)? ?list(?:ed)?|we promise|i promise|i guarantee"
    r"|we guarantee|guaranteed?\b|no matter what|rain or shine|money[- ]back"
    r"|100 ?%(?! (?:real|human|a |yours|yes|sure|live|happy|up to you|private)))"
)
_REFUND_YES = re.compile(
    r"\b(?:(?:deposit|it|\d) (?:is |would be |will be |is fully |'s )?(?:fully )?(?:refundable"
    r"|refunded)|(?:will|would|'ll|'d) (?:get|have|receive)(?: \S+){0,5}? (?:back|refund(?:ed)?)"
    r"|comes? back|(?:full|complete) refund|will be returned|would be returned"
    r"|refund (?:would be|will be|is) \$)"
)
_REFUND_NO = re.compile(
    r"\b(?:non-?refundable|never (?:be )?(?:refund\w*|returned|given back)"
    r"|not (?:be )?(?:refundable|refunded)"
    r"|(?:deposit|it) (?:is|would be|will be|stays) (?:kept|forfeit\w*|lost|ours)|forfeit|no refund"
    r"|isn't refundable|won't (?:get|be refunded|come back|be returned)"
    r"|can't (?:be refunded|come back|refund|be returned)|cannot be refunded|lose (?:the|your) deposit"
    r"|without a refund|keep (?:the|your) deposit|not get(?: \S+){0,4} back)\b"
)
_REFUND_RULE = re.compile(
    r"\b(?:cover|rain\w*|further|leftovers?|leftover food|day|days|if you cancel|when you cancel|later"
    r"|after that|inside|less than|at least|notice|up to|until|deadline|early enough|in time|by)\b"
)


def check_deeds(ground: Ground) -> None:
    """Refuse deeds without a fact, promises that nobody keeps, and refunds that the policy does not give."""
    for part in ground.sentences:
        for clause in clauses(part):
            for piece in pieces(clause):
                _check_piece(ground, part, clause, piece)
        _check_refund(ground, part)


def _check_piece(ground: Ground, part: Part, clause: Part, piece: Part) -> None:
    for deed in _DEEDS:
        match = deed.strong.search(piece.text)
        found = match and not _softened(piece.text[: match.start()]) and not negated(piece.text, match.start())
        if not found:
            match = deed.weak.search(piece.text)
            found = match and not piece.asks and not _is_open(part, piece, match)
        if match and found and not deed.done(ground.evidence) and not _otherwise_fine(ground, deed, piece, match):
            ground.refuse("deed", piece.start + match.start(), piece.start + match.end(), deed.why)
    promise = _PROMISES.search(piece.text)
    if promise and not _kept(ground, part, piece, promise):
        ground.refuse(
            "promise",
            piece.start + promise.start(),
            piece.start + promise.end(),
            "nobody will do this by itself; promise nothing that no fact carries",
        )


def _softened(before: str) -> bool:
    """ "Once I've booked it", "if we have moved it": a condition in the same piece."""
    return bool(re.search(r"\b(?:once|if|when|until|unless|after|before|as soon as|whether|should)\b", before))


def _is_open(part: Part, piece: Part, match: re.Match[str]) -> bool:
    """A claim that is denied, conditional or in the future: "once it's paid, your date is confirmed"."""
    text = part.text
    at = piece.start - part.start + match.start()
    around = text[:at]
    inside = match.group()
    if (
        negated(piece.text, match.start())
        or re.search(r"\b(?:not|n't|never|yet to)\b", inside)
        or re.search(
            r"^ (?:until|once|when|only (?:once|when|after)|after|as soon as|if|yet)\b", piece.text[match.end() :]
        )
    ):
        return True
    if re.search(r"\b(?:before|until|once|if|unless)\b", inside) or _ON_YES.search(around):
        return True
    if inside.startswith("deposit") and re.search(r"\bwith (?:the|your) (?:\$?\d+ )?$", piece.text[: match.start()]):
        return True
    if re.search(r"\bthen\b", piece.text[: match.start()]) and re.search(r"\b(?:deposit|pay|paid|yes)\b", around):
        return True
    if re.search(r"\b(?:will|shall|'ll)\b", inside):
        return bool(re.search(r"\b(?:if|once|would you|want|can|could|before|may)\b", around))
    return (
        bool(CONDITION.search(piece.text[: match.start()]))
        or bool(re.search(r"\b(?:once|if|when|until|unless|as soon as|after (?:you|the|your|that))\b", around))
        or bool(
            re.search(
                r"\b(?:is|are|get|gets|be)\b.* (?:once|when|as soon as|only after|after (?:you|the|your)) ", text[at:]
            )
        )
    )


_ON_YES = re.compile(
    r"\b(?:reply|say|text|answer|send)(?: me| with| us| back)?(?: a| just)? \W?yes\W? (?:and|to)\b"
    r"|\b(?:as long as|provided)\b"
)


def _otherwise_fine(ground: Ground, deed: Deed, piece: Part, match: re.Match[str]) -> bool:
    """Deeds that say something harmless: "a $100 deposit is paid online", "3 PM is booked" as a taken time."""
    if deed.kind != "booked" or re.search(
        r"\b(?:i|we|i've|you|your|you're|party|it's|it)\b", piece.text[: match.end()]
    ):
        return False
    if "good to go" in match.group() and not re.search(r"\b(?:everything|all|booking)\b", match.group()):
        return True
    return bool(
        re.search(r"\b(?:is|are|'s|already|got|just|been) (?:already |all |fully |just )*booked\b", match.group())
    )


def _kept(ground: Ground, part: Part, piece: Part, promise: re.Match[str]) -> bool:
    """A promise that is asked, denied, conditional on nothing but words, or kept by the person who was asked."""
    if (
        piece.asks
        or negated(piece.text, promise.start())
        or re.search(r"\b(?:no|not|can't|cannot|n't|never)\b", promise.group())
    ):
        return True
    words = promise.group()
    if re.search(
        r"call|get back|reach|in touch|contact|follow|look into|let you know|text|mail"
        r"|have (?:a|the|our|someone)|message|hear",
        words,
    ):
        return _is_handed_over(ground.evidence) and not re.search(r"reminder|weather", words)
    if re.search(r"send|receive|get|link|instruction", words) and re.search(r"\b(?:deposit|payment|pay)\b", part.text):
        return _is_booked(ground.evidence) and bool(re.search(r"\b(?:team|staff|we)\b", part.text))
    return False


def _check_refund(ground: Ground, part: Part) -> None:
    known = [
        fact.result
        for fact in ground.evidence.facts
        if isinstance(fact.result.get("refundable"), bool) or "refund" in fact.result
    ]
    gets = bool(known) and (known[-1].get("refundable") is True or known[-1].get("refund") not in (None, "0.00"))
    no, yes = _REFUND_NO.search(part.text), _REFUND_YES.search(part.text)
    if no and not _REFUND_RULE.search(part.text) and (not known or gets) and not part.asks:
        ground.refuse(
            "refund",
            part.start + no.start(),
            part.start + no.end(),
            "the deposit is refundable by the policy; say its rule with its days",
        )
    if yes and not no and known and not gets and not _REFUND_RULE.search(part.text) and not part.asks:
        ground.refuse("refund", part.start + yes.start(), part.start + yes.end(), "the facts give no refund")
