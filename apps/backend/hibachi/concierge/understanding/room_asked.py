"""How many more may come for the price of the minimum, and how far a small party is from it. Pure.

"How many people could come in total for that same price", "how many friends can we add before it goes up", "what are we short?".
"""

from hibachi.kit import lazy_re as re

_MANY = r"how (?:many|much|far|big|large)\b[^.?!\n]{0,70}"
_SAME = (
    r"(?:(?:for|at|with|within|in|under|inside|on) (?:the |that |this |our )?(?:very "
    r"|exact )?(?:same )?(?:price|money|cost|amount|total|sum|minimum|\$?\d{3,4})"
    r"|same (?:price|money|cost|amount|total)"
    r"|(?:that|the|this) (?:price|money|minimum|amount|\$?\d{3,4})\b)"
)
_NO_MORE = (
    r"(?:(?:without|w/o|before|until|till|and not|and still not|not)\b[^.?!\n]{0,30}\b(?:pay\w*|cost\w*"
    r"|charg\w*|extra|more|go(?:es|ing)? up|rais\w+|ris\w+|increas\w+|chang\w+|higher|climb\w*)"
    r"|(?:for|at) (?:no (?:extra|more|additional)|nothing|free)\b"
    r"|(?:stay|keep|remain)\w*[^.?!\n]{0,12}\b(?:the same|at (?:that|\$?\d{3,4}|the minimum))"
    r"|(?:already )?(?:covered|included|paid for)\b|fits? (?:in|into|within)\b)"
)
_REACHES = r"(?:(?:use|fill|eat|hit|reach|meet|make|get to|up to|cover|max|clear|top)\w*[^.?!\n]{0,14}\bminimum)"
_ASKS = re.compile(
    rf"\b{_MANY}\b(?:{_SAME}|{_NO_MORE}|{_REACHES})"
    r"|\b\$?\d{3,4}\b[^.?!\n]{0,15}\b(?:no matter|regardless|either way|whether|even) (?:if|whether|of"
    r"|how)?\b[^.?!\n]{0,25}\b\d{1,2}\b"
    r"|\b(?:basically|still|always|all) the same\b[^.?!\n]{0,12}\b(?:why|how come)\b"
    rf"|\b(?:{_SAME}|{_NO_MORE})[^.?!\n]{{0,25}}\bhow many\b"
    r"|\b(?:what|how much|how)(?:'?s| is| are| am| do| would| else)?\b[^.?!\n]{0,25}\b(?:short|missing"
    r"|lack\w*|away|left|needed|off)\b[^.?!\n]{0,25}\bminimum\b"
    r"|\b(?:what|how much|how many (?:dollars|bucks)) (?:are|r|am) (?:we|i) (?:still )?(?:short"
    r"|missing|lacking|below|under)\b"
    r"|\b(?:biggest|largest|max\w*|most)\b[^.?!\n]{0,25}\b(?:\$?\d{3,4}|that (?:price|money|amount)|the minimum)\b"
    r"|\b(?:stay|keep|remain|be|is|are)\w*[^.?!\n]{0,12}\bthe "
    r"same\b[^.?!\n]{0,12}\bif\b[^.?!\n]{0,40}\b(?:comes?|came|joins?|joined|invites?|invited|brings?"
    r"|brought|adds?|added)\b"
    r"|\$?\d{2,4} (?:dollars |bucks |more |left |extra |free |still )*(?:to (?:burn|spend|use|play with|spare|fill|blow|work with)|of room)\b"
    r"|\bhow (?:short|far (?:off|below|under|away)|much (?:are we )?short) (?:are|r) (?:we|i)\b"
    r"|\bhow (?:far|much) (?:are|r) (?:we|i) (?:from|below|under|short|off"
    r"|away)\b[^.?!\n]{0,20}(?:minimum|\d{3}|\W*$)"
    rf"|\b(?:can|could|may|would|if) (?:we|i|my|a|some|another)\b[^.?!\n]{{0,40}}\b(?:more|others?"
    rf"|another|extra|friends?|neighbou?rs|additional|couple|few)\b[^.?!\n]{{0,40}}\b(?:for"
    r"|at) (?:the |that )?(?:very |exact )?same (?:price|money|cost|amount|total)"
    r"|\b(?:friends?|neighbou?rs|more (?:people|guests|adults)|others|relatives|family"
    rf"|cousins)\b[^.?!\n]{{0,30}}\b(?:{_NO_MORE})[^.!\n]{{0,12}}\?",
    re.I,
)
_OF_ONE = re.compile(
    r"\b(?:per|each|a) (?:person|head|guest|adult)\b"
    r"|\bhow much (?:is|was|would|does|do) (?:it|that|the|\d)\b",
    re.I,
)


def asks(text: str) -> bool:
    """Whether the room up to the minimum is asked for, in guests or in money."""
    return bool(_ASKS.search(text)) and not _OF_ONE.search(text)
