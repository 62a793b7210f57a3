"""After a price was told: that it is much, more than was meant, or less elsewhere is an objection to it. Pure.

"A big chunk of money for one dinner", "for that money we could take everybody out", "660? for 200 I buy steaks at Costco".
Its numbers ("one evening", "16 people at Costco for 200") count nobody who comes.
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_MUCH = (
    r"(?:(?:big|large|huge|good|serious|hefty|whole|fair|decent|tidy|crazy|insane|ridiculous"
    r"|nice)(?: old)? (?:chunk|lot|bit|amount|sum|pile|wad|stack|number|figure"
    r"|price tag)(?: of (?:money|cash|change|dough))?"
    r"|(?:quite|such) (?:a (?:bit|lot|chunk|sum)|some)(?: of)? (?:money|cash|change)?"
    r"|(?:that|so) much money|(?:a |quite a )?pretty penny|a (?:small )?fortune|an arm and a leg"
    r"|(?:a lot|loads|tons|a ton|lots|heaps) (?:of (?:money|cash)|to (?:pay|spend|ask|fork out|shell out))"
    r"|hefty|(?:big|hefty) price tag|pricier than)"
)
_WE = r"(?:we|i|my (?:husband|wife|\w+)|our \w+)"
_PLACE = (
    r"(?:(?:hibachi |teppan\w* |japanese |steak |local |sushi )?(?:restaurants?|steak ?houses?|places?)"
    r"|benihana|kobe|costco|safeway|trader joe'?s|the (?:store|supermarket|butcher)|taco trucks?"
    r"|food trucks?|caterers?|catering|pizza|bbq|barbecue|going out|eating out|dining out|takeout"
    r"|take ?out|my own grill|our own grill|(?:my|our)sel(?:f|ves))"
)
_LESS = (
    r"(?:(?:way|much|far|a lot|a good deal|a good bit|a fair bit|quite a bit|considerably|a whole lot"
    r"|so much|significantly|a bit|a little|somewhat) (?:less|cheaper|lower)|less money"
    r"|half(?: (?:of|as much|that|the price))|a (?:third|quarter|fraction)|cheaper)"
)
_DOUBTS = re.compile(
    r"(?:\b(?:that'?s|thats|that is|it'?s|its|it is|this is|is|seems?(?: like)?|sounds? like"
    r"|feels? like|looks? like)(?: (?:still|just|really|actually|kind of|kinda|a|an|sure|honestly"
    rf"|definitely|one))* {_MUCH}(?!\W*\?*\W*(?:fun|food|people)))"
    rf"|\b(?:more|higher|above|beyond|over|pricier|steeper)(?: \w+)? (?:than )?(?:what )?{_WE}(?:'d"
    r"| had| was| were)? (?:thought|think|want\w*|plan\w*|hop\w+|expect\w*|imagin\w+|figur\w+"
    r"|budget\w*|mean\w*|look\w+|intend\w*|reckon\w*|thinking|spend|set aside|in mind|can spend)\b"
    rf"|\b(?:not|n't)(?: \w+)? what {_WE}(?:'d| had)? (?:wanted|planned|hoped|expected"
    r"|budgeted) (?:to (?:spend|pay)|for)\b"
    r"|\b(?:wallet|purse|pocket ?book|bank (?:account|balance)|budget|credit card)s? (?:is |are "
    r"|just |will |would )*(?:cry\w*|hurt\w*|bleed\w*|weep\w*|scream\w*|sweat\w*|suffer\w*|says? no"
    r"|faint\w*)\b"
    r"|\bmore than (?:my|our) (?:\w+ )?(?:rent|mortgage|car|wedding|paycheck|salary|plane tickets?"
    r"|vacation|groceries)\b|\bsell (?:a|my|our|the) (?:kidney|car|house|organs?|soul|liver"
    r"|first[- ]?born|firstborn)\b|\b(?:husband|wife|dad|mom|boss|wallet|i|we|he|she) (?:just |almost "
    r"|nearly |literally |about )*(?:fainted|choked|passed out|fell (?:over|off)|gasped|gulped"
    r"|had a heart attack|spit out)\b"
    rf"|\b{_WE}(?:'ve| have|'d| usually| only| normally)* (?:paid|pay|spent"
    rf"|spend)\b[^.?!\n]{{0,20}}\b{_LESS}\b|\b{_WE} (?:paid|spent) less\b"
    r"|\b(?:for|with) (?:that|this|the same|so much)(?: kind of)? (?:money|price|amount"
    rf"|cash)\b[^.?!\n]{{0,12}}\b{_WE}|\b{_WE} (?:could|can|might|'d) (?:just |also |easily |probably "
    r"|all )*(?:take|feed|treat|go|eat|get|buy|order|fly|rent|dine|host"
    rf"|throw)\b[^?\n]{{0,45}}\b(?:for (?:that|this|the same|so much|that much|half|less)|instead)\b"
    r"|\b(?:that'?s|thats|that is|it'?s|its|it is|this is) (?:\w+ )?(?:double|twice|triple|three times"
    r"|two times) (?:what|the price|as much|of what)\b"
    r"|\b(?:that'?s|thats|that is|it'?s|its|it is|this is|seems)(?: \w+)? more than (?:a |the |at "
    rf"|an evening at |dinner at )?{_PLACE}"
    rf"|\bfor \$?\d{{2,4}}(?: bucks| dollars)? (?:i|we)(?: can| could|'d|'ll| just)* (?:buy|get|grab"
    r"|grill|cook|make|feed|throw|order|do|go|fly|rent|stay|travel|eat|take)\b"
    r"|\b(?:i|we)(?:'d| can| could| would)?(?: \w+)? (?:buy|get|feed|cook|grill|make"
    rf"|do)\b[^?\n]{{0,40}}\b{_PLACE}[^?\n]{{0,15}}\bfor (?:like |about |under |maybe "
    rf"|around )?\$?\d{{2,4}}\b"
    rf"|\b{_PLACE}\b[^?\n]{{0,40}}\b{_LESS}\b(?![^.?!\n]{{0,12}}\b(?:kids|children)\b)"
    rf"|\b{_LESS}\b[^?\n]{{0,40}}\b{_PLACE}\b"
    r"|\bthe (?:price|cost|total|number|amount|quote)(?: tag)?(?: \w+)? (?:scares?|shocks?"
    r"|surprise[sd]?|gives? (?:me|us)|makes? (?:me|us) (?:hesitate|think twice|nervous|gulp|pause)"
    r"|is (?:what'?s )?(?:holding|stopping|killing)|bothers?|worries|hurts?|stings?)\b"
    r"|\b(?:price|cost)'?s? (?:the|my|our) (?:only |main |one )?(?:problem|concern|issue|worry"
    r"|sticking point|hang ?up)\b"
    r"|\b(?:is|are) (?:it|this|that|you|you guys|hibachi|a private chef)(?: really| even"
    r"| actually)? worth (?:it|that|the|so|paying)\b"
    r"|\bwhat (?:can|could|should|would|might) (?:we|i|you) (?:cut(?: back| out| down)?|drop|skip"
    r"|leave out|take off|do (?:without|to (?:save|lower|reduce|cut|make it)))\b(?! (?:the"
    r"|on) (?:date|day))|\bwhat'?s? (?:is )?the (?:least|lowest|smallest amount) (?:that )?(?:we"
    r"|i)(?:'d)? (?:could|can|would|have to|need to|must)?\b"
    r"|\b(?:my|our|a|some|this) \w+ (?:just |only |already )?(?:got|gets|did|does|paid|pays|had"
    r"|found)(?: (?:it|one|theirs|hers|his|the same|this|that|somebody"
    r"|someone))?(?: done)? for (?:like |about |only |just "
    rf"|around )?\$?\d{{2,4}}\b(?! ?(?:people|guests|adults|kids|of us|pm|am))"
    r"|\b(?:pricier|more expensive|costlier|steeper) than\b"
    r"|\b(?:a (?:bit|little|touch|tad)|rather|kind of|kinda|quite) (?:much|pricey|expensive|steep"
    r"|high)\b(?! (?:food|meat|rice|space|up|to (?:eat|drink)))"
    r"|\b(?:(?:kind of |kinda |sort of |quite |such )?a lot|so much|too much|steep|pricey) (?:of )?(?:money )?for (?:some |just |only |a (?:bit of|plate of|little) )*"
    r"(?:rice|chicken|steak|shrimp|noodles|food|dinner|lunch|a meal|a cook|one (?:evening|night|meal|dinner)|hibachi|veg\w*|an? (?:evening|night|hour))\b(?! for\b)"
    r"|\bthink twice\b|\b(?:gulp|swallow)\w* (?:hard )?at\b|\bhard(?:er)? (?:to swallow|sell)\b"
    r"|\b(?:can'?t|cannot|couldn'?t) (?:really )?(?:spend|drop|throw|blow) (?:that|this|so much"
    r"|that much|this much)\b",
    re.I,
)
_SETTLED = re.compile(
    r"\b(?:switch|swap|replace|change) (?:those|these|them|the|all|my|our|it|that|\d+|two|three|four"
    r"|five|six)\b[^.?!\n]{0,40}\b(?:to|for|with|into)\b"
    r"|\b(?:only|just|back to|stick (?:to|with)) (?:the )?(?:plain|regular|basic|normal|standard"
    r"|included)\b|\b(?:book (?:it|us|that)|let'?s (?:do|book|go)|go ahead|sounds (?:good|great)"
    r"|not (?:too|that|so) (?:bad|much|expensive)|less than (?:i|we) (?:thought|expected|feared))\b",
    re.I,
)


_SO_CHEAP = re.compile(
    r"\b(?:why|how)\b[^.!\n]{0,15}\b(?:so|this|that|very|suspiciously) (?:cheap|low|affordable|inexpensive|reasonable)\b|\btoo good to be true\b"
)
""" "Why so cheap?": what is in the price, no objection to it."""


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame as an objection to the price that was told; what its words seemed to count is gone."""
    if _SO_CHEAP.search(fold(frame.text)):
        acts = tuple(act for act in frame.acts if act not in ("price_objection", "cheaper_choice"))
        return frame.model_copy(update={"acts": acts, "topics": ("included",), "unknown": (), "question": True})
    frame = _for_what(frame, dialogue)
    if not dialogue.quoted or dialogue.booked is not None or not doubts(frame.text):
        return frame
    if (
        frame.zip
        or frame.items
        or {"discount", "minimum_objection", "book", "hold", "about_own"} & {*frame.topics, *frame.acts}
    ):
        return frame
    beside = {"same_price", "own_booking", "paid_claim", "price_objection", "item_price", "dish_price", "fills_minimum"}
    acts = (*(act for act in frame.acts if act not in beside), "price_objection")
    topics = tuple(topic for topic in frame.topics if topic not in ("price", "menu", "minimum", "area", "comes_to_you"))
    return frame.model_copy(update={
        "acts": acts, "topics": topics, "unknown": (), "guests": GuestWords(), "sizes": (), "plans": (), "mentioned": (), "checked": (),
        "dates": (), "other_dates": (), "date_said": None, "date_problem": None, "times": (), "time_part": None, "answer": None,
    })  # fmt: skip


_FOR_A_DINNER = re.compile(
    r"\b(?:pricey|expensive|steep|high|much|a lot|costly|money)\b[^.?!\n]{0,12}\bfor (?:an?|one|some"
    r"|the) (?:\w+ ){0,2}(?:dinner|lunch|meal|party|evening|night|bbq|cook ?out)\b"
)


def _for_what(frame: Frame, dialogue: Dialogue) -> Frame:
    """ "Pricey for a backyard dinner": what it is too much for is neither the place nor the hour."""
    if not dialogue.quoted or "price_objection" not in frame.acts or not _FOR_A_DINNER.search(fold(frame.text)):
        return frame
    return frame.model_copy(update={"times": (), "time_part": None, "venue": None})


def doubts(text: str) -> bool:
    """Whether the words find a price too much, or know it for less."""
    folded = fold(text)
    return bool(_DOUBTS.search(folded)) and not _SETTLED.search(folded)
