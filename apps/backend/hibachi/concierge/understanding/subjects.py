"""Subjects of this field that no fact of ours tells, by the words we use for them when we say that we do not know."""

from hibachi.kit import lazy_re as re

SAUCES = "what is in each sauce"
SUBJECTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{pattern})\b", re.I))
    for name, pattern in (
        (
            "a visit beforehand",
            (
                r"(?:stop|come|drop|swing|pass) (?:by|over|out)\b.{0,25}\b(?:look|see|check|inspect|measure"
                r"|scope|view)\b|site (?:visit|check|inspection)|walk-?through"
                r"|(?:look at|see|check(?: out)?|inspect|scope out) (?:the|my|our) (?:\w+ )?(?:yard|place"
                r"|space|patio|venue|house|spot|area)\b.{0,15}\b(?:first|before|beforehand|in advance|ahead)"
            ),
        ),
        (
            "a cancellation from our side",
            (
                r"(?:if|when|in case|what happens when) (?:you|u|yall|the chef|your chef|the cook|he"
                r"|she)(?: guys)?(?: ever| have to| had to| need to| just)* (?:cancel\w*|bails?|no[- ]?shows?"
                r"|don'?t show(?: up)?|doesn'?t show(?: up)?|can'?t (?:make it|come)|flake\w*"
                r"|(?:is|gets?|are|falls?) (?:sick|ill|hurt))"
                r"|(?:have|do) you(?: guys)? ever cancel\w*"
            ),
        ),
        (
            "a chef who comes late",
            (
                r"(?:if|when|in case|what happens when) (?:you|u|yall|the chef|your chef|the cook|he|she|they)(?: guys)?(?: ever)? "
                r"(?:is|gets?|are|runs?|comes?|arrives?|shows? up) (?:\w+ )?(?:late|stuck|behind|delayed)"
            ),
        ),
        (
            "when the guests should arrive",
            (
                r"(?:when|what time|how early) (?:should|do|must|can) (?:the |my |our )?(?:guests|people"
                r"|everyone|everybody) (?:arrive|come|be there|show up|get (?:here|there))"
            ),
        ),
        (
            "fees for paying by card",
            (
                r"(?:fee|surcharge|extra|charge)s?\b.{0,25}\b(?:using|use|with|by|for) (?:using )?(?:an? |my "
                r"|the )?(?:credit |debit )?(?:cards?|venmo|zelle)"
                r"|(?:card|processing|transaction|convenience|venmo|zelle) (?:fees?|surcharges?)"
            ),
        ),
        (
            "how much food each guest gets",
            (
                r"how (?:big|large|much) (?:are|is) (?:the|your|each) (?:portions?|servings?|plates?)"
                r"|(?:portion|serving) sizes?|all[- ]?you[- ]?can[- ]?eat|get seconds|unlimited(?! (?:moves?|changes?))(?<!moves unlimited)(?<!changes unlimited)|refills?"
            ),
        ),
        (
            "changing the address later",
            (
                r"(?:change|switch|update|move) (?:the|my|our) (?:address|location|venue"
                r"|place)\b.{0,15}\b(?:later|after|afterwards|if)"
            ),
        ),
        (
            "staying longer than planned",
            (
                r"(?:runs?|goes|go|lasts?|stays?) (?:over|longer than|past) (?:the )?(?:\d|two|an?|time"
                r"|planned|schedule)\w*|extend (?:the|our|it|by)|over ?time"
                r"|(?:an?|one|another) (?:extra|additional|more) hour"
            ),
        ),
        ("Wi-Fi", r"wi-?fi|internet"),
        ("music", r"music|play ?list|songs?|dj|karaoke|speakers?|sing\b|happy birthday song"),
        (
            "insurance, licenses and permits",
            (
                r"insur\w*|liabilit\w*|licen[sc]ed?|permits?"
                r"|health (?:permit|certificate|inspection|score|grade)|food handler\w*|serv ?safe|\bein\b"
                r"|tax ?(?:id|payer)\w*|background check\w*|vaccin\w*"
            ),
        ),
        (
            "who the chef will be",
            (
                r"(?:chef|cook)(?:'?s)? (?:name|photo|picture|age|background|from|japanese|asian)"
                r"|(?:name|names|pictures?|photos?) of (?:the|your|our|my) (?:chefs?|staff|team|cooks?)"
                r"|(?:which|who'?s|who is|who will be) (?:the|our|my|your) (?:chef|cook)"
                r"|(?:same|specific|female|male|particular|favorite) chefs?"
                r"|request (?:a|the) (?:certain|specific|same) chef"
            ),
        ),
        (
            "the languages that our chefs speak",
            (
                r"(?:chef|cook)(?:'?s)? speak\w*|speak (?:japanese|spanish|chinese|english|mandarin|korean"
                r"|french|tagalog|hindi|vietnamese)|sign language"
                r"|(?:chefs?|cooks?|he|she) (?:\w+ ){0,2}(?:talk|explain|communicate)\w* [^.?!]{0,30}\bin (?:japanese|spanish|chinese"
                r"|mandarin|cantonese|korean|french|tagalog|hindi|vietnamese|portuguese|russian)"
            ),
        ),
        (
            "how many chefs come",
            (
                r"how many (?:chefs?|cooks?|staff|grills?|helpers?|assistants?) (?:come|comes|will|would"
                r"|are (?:coming|there)|do (?:you|u|we) (?:send|bring|need|get)|for|show up)"
                r"|(?:(?:one|two|more than one|a second|another|just one|only one) (?:chefs?|cooks?)"
                r"|2 (?:chefs|cooks))\b.{0,20}\b(?:enough|needed|come|for)"
            ),
        ),
        (
            "the people behind the company",
            (
                r"who (?:owns|runs|founded|started|is the (?:owner|boss|manager))"
                r"|how (?:long|many years) (?:have|has) (?:you|u|yall"
                r"|your (?:chefs?|cooks?|guys?|company|team)|the chefs?)\b.{0,20}\b(?:been|business|doing)"
                r"|years (?:in business|of experience)"
                r"|how many (?:parties|chefs|events|employees|locations|trucks)|franchise|michelin|famous"
                r"|celebrit\w+"
            ),
        ),
        ("reviews", r"reviews?|yelp|google rating|ratings?|references|testimonials?"),
        (
            "photos and videos",
            (
                r"photos?|pictures|pics?|videos?|gallery|instagram(?: handle| page| account)?(?! party)"
                r"|facebook page|tik ?tok|photograph\w*"
            ),
        ),
        ("gift cards", r"gift (?:card|certificate)s?"),
        (
            "which drinks go best with it",
            (
                r"wine (?:pair\w*|goes|recommend\w*|selection|list)|pair(?:s|ing)? with"
                r"|which (?:wine|beer|drink|sake)"
                r"|what (?:wine|beer|drinks?) (?:goes|go|should|would|do you recommend)"
            ),
        ),
        ("bartenders and servers", r"bartenders?|servers?|waiters?|waitress\w*|wait ?staff"),
        (
            "rentals",
            (
                r"(?:rents?|rentals|(?<!airbnb )(?<!vrbo )(?<!vacation )(?<!our )(?<!my )(?<!the )(?<!a "
                r")(?<!weekend )(?<!beach )rental)\b(?! (?:house|home|place|property|cabin|villa|unit"
                r"|apartment|condo|cottage|hall|venue)s?\b)(?! a\b.{0,20}\b(?:hall|house|airbnb))|linens?"
                r"|table ?cloths?"
            ),
        ),
        ("decorations", r"flowers|balloons?|decor\w*|candles?"),
        ("cake and dessert", r"cakes?|dessert|ice cream"),
        ("entertainment besides the chef's show", r"photo ?booth|bounc\w+|magician|fireworks|games"),
        ("nutrition facts", r"calories|carbs|nutrition\w*"),
        ("what is safe in pregnancy", r"pregnan(?:t|cy)"),
        (
            "where the ingredients come from",
            (
                r"(?:is|are) (?:the |your |all (?:the )?)?[a-z]+(?: [a-z]+)? (?:really |always "
                r"|actually )?(?:fresh|frozen)(?: or \w+)?(?=\W*$)|(?:good|high|what|great) quality|quality of"
                r"|what grade|organic|cage[- ]free|free[- ]range|locally|grass[- ]fed|wild[- ]caught"
                r"|farm[- ]raised|prime or choice|usda"
                r"|(?:is|are) (?:the|your) (?:\w+ )?(?:steaks?|beef|meat) (?:prime|choice|wagyu|angus|aged"
                r"|certified)|where do (?:you|u|yall) (?:get|buy|source)"
                r"|(?:get|buy|source) (?:the|your) (?:meat|fish|food|ingredients|seafood)|frozen"
                r"|is (?:the|your) (?:\w+ )?(?:meat|fish|seafood|food|lobster|shrimp|steak|chicken) fresh"
            ),
        ),
        ("how spicy it is", r"how spicy|spicy"),
        (
            "gas and electricity",
            (
                r"propane|outlets?|generator|electricity"
                r"|(?:need|use|require|have|plug|run on|source of|access to) (?:\w+ )?(?:power|electric\w*"
                r"|plug)|power (?:source|outlet|supply|for)|extension cord|gas (?:from|line|tank|hook)"
            ),
        ),
        (
            "smoke and noise",
            (
                r"smok(?:e|y)\b|noise|\bhoa\b|neighbou?rs?\b.{0,25}\b(?:complain\w*|mind|bother\w*|upset"
                r"|annoy\w*|hear|smell|close|ok|okay)"
                r"|(?:bother|annoy|disturb|upset) (?:the|my|our) neighbou?rs?"
            ),
        ),
        (
            "the cleaning up",
            (
                r"clean(?:s|ing)? ?up|clean(?:s|ing)? (?:everything|it|the \w+|after)|who cleans|trash|garbage"
                r"|(?:leave|make)s? (?:a |any )?(?:big )?mess|wash the dishes|oil (?:stain|splatter|spill)\w*"
                r"|stains?|splatter|grease (?:on|all over|mess)"
            ),
        ),
        ("pets at the party", r"dogs?|cats?|pets?"),
        (
            "heaters, fans and umbrellas",
            r"heaters?|heat lamps?|air ?condition\w*|(?<!a )(?<!big )(?<!huge )fans?\b(?! of)|umbrellas?",
        ),
        (
            "the weather",
            (
                r"(?:weather|forecast) (?:\w+ ){0,2}(?:be|look|on|for|like|this|next|that)\b|will it rain"
                r"|is it (?:going to|gonna) rain"
            ),
        ),
        (
            "how long a price stays valid",
            (
                r"how long (?:is|are|will|does|do) (?:that|this|the|your|these) (?:price|quote|offer|rate"
                r"|total)s? (?:be )?(?:good|valid|stand|last|hold|stay|guaranteed)"
                r"|(?:price|quote|offer|total) (?:\w+ )?(?:binding|final|fixed|guaranteed|locked(?: in)?)"
                r"|(?:can|could|might|will|does|may) (?:it|the price|the quote"
                r"|that) (?:still )?(?:change(?! (?:the|our|my|it|things?|anything|something|much|what|a lot"
                r"|for us|then)\b)|go up)|(?:price|quote|offer) (?:is )?(?:good|valid)"
                r"|how long is (?:that|the|this) (?:price|quote|offer)"
            ),
        ),
        ("travel and hotels around it", r"traffic|uber|hotels?|airport"),
        ("other customers and companies", r"stock|other customers?|how busy|competitors?"),
        ("what the chef wears", r"uniform|costume|dress code"),
        ("wheelchair access", r"wheelchair"),
        (
            "raw food and how done everything is cooked",
            r"raw (?:food|stuff|things?|fish|meat|eggs?|ingredients?)|(?:anything|something|any of it|food) raw|under ?cooked|fully cooked|cooked (?:all the way )?through|pregnan\w+",
        ),
        ("smoking at the party", r"smoking|vap(?:e|ing)|weed|hookah"),
        ("how each dish can be cooked", r"well[- ]?done|medium rare|rare\b"),
        ("cooking lessons and recipes", r"teach (?:us|me|the kids)|cooking (?:class|lesson)s?|recipes?"),
        ("the history of hibachi", r"hibachi (?:history|mean)|history of"),
        ("meals for the chef", r"feed the (?:chef|cook|team)|(?:chef|cook) (?:eat|hungry)|meals? for the chef"),
        (
            "bringing food of your own",
            (
                r"bring (?:my|our|your|their) own (?:\w+ )?(?:meats?|steaks?|fish|chicken|shrimp|lobsters?"
                r"|seafood|proteins?|food|ingredients|beef|salmon|wagyu)"
                r"|(?:cook|use|grill) (?:my|our) (?:own )?(?:\w+ )?(?:meats?|steaks?|fish|chicken|shrimp"
                r"|lobsters?|seafood|catch|venison)"
            ),
        ),
        (
            SAUCES,
            (
                r"(?:in|inside) (?:the|your|that|this) (?:\w+ ){0,2}sauces?"
                r"|sauces? (?:made (?:of|from|with)|ingredients)|ingredients (?:of|in|for)"
            ),
        ),
    )
)
_TOLD_BY_FACTS = re.compile(
    r"\b(?:website|email|phone number|how (?:early(?! can (?:the |my |our )?(?:guests|people"
    r"|everyone))|much (?:space|room))|tables?|chairs?|plates?|utensils?|silverware|napkins|glasses"
    r"|what'?s (?:not )?included|(?:not|n't) (?:be )?(?:included|covered|part of)|real chef|human)\b"
)


BESIDE = {"a visit beforehand": "space"}
"""What our facts do tell beside such a subject."""


def subject_of(clause: str) -> str | None:
    """The subject of a clause that no fact of ours tells; None where there is none."""
    if _TOLD_BY_FACTS.search(clause):
        return None
    clause = _FOUND_YOU.sub(" ", clause)
    return next((name for name, pattern in SUBJECTS if pattern.search(clause)), None)


_FOUND_YOU = re.compile(
    r"\b(?:found|saw|seen|discovered|heard (?:of|about)|read about|came across|follow(?:ing|ed)?|know"
    r"|got|love[ds]?|obsessed with|watch(?:ed|ing)?)(?: (?:all|so many of|some of))? (?:you|u|ya|yall"
    r"|y'all|your|ur|this|the)(?: \w+){0,2}? (?:on|through|via|from|in|thru) (?:\w+ ){0,2}?(?:yelp"
    r"|google|instagram|insta|facebook|fb|tik ?tok|you ?tube|nextdoor|reviews?)\b"
    r"|\b(?:love[ds]?|obsessed with|saw|seen|watch(?:ed|ing)?) (?:your|ur|all your|the) (?:reels"
    r"|videos?|photos?|pictures|pics|posts?|reviews?|stories)\b"
)
""" "Found you on yelp": how somebody came to us, nothing that is asked."""
