"""Spanish words among English ones, read plainly: "hola, how much para 11 personas en 94536, gracias".

Whoever mixes both languages is answered in English, so that the words of a party must be understood; a message that is
Spanish throughout stays as it is and is met with the offer of a person.
"""

from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold
from hibachi.language.tongue import spanish_words, tell_tongue

_PLAIN = {
    "hola": "hi", "buenas": "hi", "gracias": "thanks", "porfa": "please", "porfis": "please", "porfavor": "please", "adultos": "adults", "adulto": "adult",
    "niños": "kids", "niñas": "kids", "ninos": "kids", "ninas": "kids", "niño": "kid", "niña": "kid", "hijos": "kids", "personas": "people", "persona": "person", "gente": "people", "invitados": "guests",
    "cuanto": "how much", "cuánto": "how much", "cuanta": "how much", "cuesta": "is", "precio": "price", "precios": "prices", "fiesta": "party", "cumple": "birthday", "cumpleaños": "birthday", "cumpleanos": "birthday",
    "sábado": "saturday", "sabado": "saturday", "domingo": "sunday", "viernes": "friday", "jueves": "thursday", "miércoles": "wednesday", "miercoles": "wednesday", "martes": "tuesday", "lunes": "monday",
    "enero": "january", "febrero": "february", "marzo": "march", "abril": "april", "mayo": "may", "junio": "june", "julio": "july", "agosto": "august", "septiembre": "september", "octubre": "october", "noviembre": "november", "diciembre": "december",
    "para": "for", "con": "with", "en": "in", "y": "and", "somos": "we are", "quiero": "i want", "queremos": "we want", "necesito": "i need", "necesitamos": "we need", "tenemos": "we have", "familia": "family", "casa": "house", "mañana": "tomorrow", "hoy": "today",
    "langosta": "lobster", "camarones": "shrimp", "camarón": "shrimp", "pollo": "chicken", "mariscos": "seafood", "abuela": "grandma", "abuelo": "grandpa", "comida": "food", "puedes": "can you", "pueden": "can you", "también": "also", "tambien": "also", "pero": "but", "todos": "all", "total": "total",
}  # fmt: skip
_PHRASES = (
    (re.compile(r"\b(?:muchas|mil|muchísimas) gracias\b", re.I), "thanks"),
    (re.compile(r"\bpor favor\b", re.I), "please"),
    (re.compile(r"\bbuen(?:as|os) (?:tardes|noches|d[ií]as)\b", re.I), "hi"),
    (re.compile(r"\b(?:a las|a la) (?=\d)", re.I), "at "),
    (re.compile(r"\bc[oó]digo postal\b", re.I), "zip code"),
)
_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]+(?![\w@-])")
_ONLY_AMONG_ENGLISH = frozenset({"y", "en", "con", "para", "total", "todos", "mayo", "julio", "casa", "persona"})


def in_english(text: str) -> str:
    """The text with its plain Spanish words in English, where it is English besides; else the text as it was."""
    found = [word for word in spanish_words(text) if word not in _ONLY_AMONG_ENGLISH]
    if not found or tell_tongue(text).language in ("es", "other") and not _mixes(text):
        return text
    for phrase, meant in _PHRASES:
        text = phrase.sub(meant, text)
    return _WORD.sub(_meant, text)


_ENGLISH_CORE = re.compile(
    r"\b(?:how much|what'?s|what is|what would|price|can you|do you|would"
    r"|for \d+ (?:people|adults|of us)|do y'?all|we (?:want|need|are|have)|i (?:want|need)|available"
    r"|book|party|quote|people|adults|and|the|is)\b",
    re.I,
)
_PARTY_WORDS = re.compile(
    r"\b(?:adults?|kids?|people|price|quote|zip|party|book|available|birthday|guests|please|how|much"
    r"|can|you|weekend|saturday|sunday|friday)\b"
)
LEAST_ENGLISH = 3
MOST_OF_IT = 0.34


def _mixes(text: str) -> bool:
    """Whether enough of a text is English to answer it in English."""
    words = _WORD.findall(fold(text))
    if len(set(_PARTY_WORDS.findall(fold(text)))) >= LEAST_ENGLISH:
        return True
    english = sum(len(match.split()) for match in _ENGLISH_CORE.findall(text))
    return bool(words) and english / len(words) >= MOST_OF_IT


def _meant(match: re.Match[str]) -> str:
    word = match.group()
    if (
        word[0].isupper()
        and match.start()
        and match.string[: match.start()].rstrip()[-1:] not in (".", "!", "?", "¡", "¿", "")
    ):
        return word
    return _PLAIN.get(word.lower(), word)
