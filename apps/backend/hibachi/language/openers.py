"""What a line begins with before it says anything; patterns that read a line from its start step over these.

Neither is an answer: a yes, a no or an "actually" is added by those to whom it says nothing.
"""

OPENERS = (
    "ok(?:ay)?|k+|o+h+|a+h+|aw+|u+h+|u+m+|h+m+|er+|huh|wow+|whoa|omg|lol|lmao|(?:ha)+h?|ugh|oof|jeez|yikes|(?:wh)?oops"
    "|so|and|n|but|then|also|well|btw|by the way|hi|hey|hello|yo|wait|hold on|sorry"
)
GLAD = "cool|great|nice|perfect|awesome|good|fine|al(?:l )?right|got it|gotcha|i see|sure|sweet|thanks?|thank you|thx"
"""A nod to what was said before."""
LED = rf"\W*(?:(?:{OPENERS})\W+)*"

ASKING_VERBS = "is|are|do|does|did|can|could|will|would|should"
ASKING = f"what|how|when|where|why|who|which|{ASKING_VERBS}"
"""What a question begins with, if it does not come as a remark."""
