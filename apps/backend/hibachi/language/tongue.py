"""Which language a short message is in: English, Spanish or another, by its commonest words."""

from dataclasses import dataclass
from typing import Literal

from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_ENGLISH = frozenset([
    "the", "and", "you", "for", "is", "are", "we", "to", "of", "a", "in", "on", "it", "how", "much", "can", "with",
    "have", "do", "what", "our", "your", "my", "i", "at", "this", "that", "be", "would", "please", "price", "book",
    "party", "people", "adults", "kids", "yes", "no", "thanks", "hi", "hello", "hey", "need", "want", "like",
    "will", "from", "zip", "all", "just", "not", "but", "so", "they", "there", "if", "when", "get", "chef",
    "dinner", "ok", "okay", "sorry", "name", "it's", "its", "im", "i'm", "us", "more", "me", "or", "as", "any",
    "an", "about", "does", "which", "don't", "food", "guests", "date", "time", "tomorrow", "saturday", "sunday",
    "friday", "move", "change", "cancel", "deposit", "number", "add",
])  # fmt: skip
_SPANISH = frozenset([
    "el", "la", "los", "las", "de", "que", "y", "en", "un", "una", "por", "para", "con", "su", "mi", "es", "son",
    "somos", "cuánto", "cuanto", "cuesta", "cuestan", "precio", "quiero", "quisiera", "quisiéramos", "queremos",
    "necesito", "hola", "buenas", "buenos", "tardes", "días", "dias", "noches", "gracias", "personas", "adultos",
    "niños", "ninos", "fiesta", "cumpleaños", "cumpleanos", "reservar", "reserva", "sábado", "sabado", "domingo",
    "viernes", "lunes", "martes", "miércoles", "miercoles", "jueves", "mañana", "manana", "hoy", "tenemos", "tengo",
    "puede", "pueden", "podría", "favor", "sí", "si", "cómo", "como", "qué", "dónde", "donde", "cuándo", "cuando",
    "está", "estamos", "hay", "nos", "les", "se", "al", "del", "más", "mas", "pero", "también", "tambien", "código",
    "postal", "comida", "cocinero", "ustedes", "usted", "hablan", "español", "espanol", "familia", "casa", "este",
    "esta", "fecha", "hora", "nuestro", "nuestra", "invitados", "ayuda", "me", "llamo", "soy", "aquí", "muy",
    "bien", "todo", "todos", "solo", "sólo", "cuantas", "cuántas", "gente", "cancelar", "mover", "depósito",
    "deposito",
])  # fmt: skip
_OTHER_WORDS = frozenset([
    "le", "les", "des", "est", "vous", "nous", "bonjour", "combien", "merci", "pour", "avec", "une", "je", "oui",
    "s'il", "plaît", "der", "die", "das", "und", "ist", "wie", "viel", "für", "bitte", "guten", "tag", "danke",
    "wir", "mit", "ein", "eine", "ich", "nicht", "quanto", "custa", "obrigado", "você", "não", "olá", "uma", "são",
    "oi", "um", "em", "para", "adultos", "crianças", "criancas", "festa", "bom", "dia", "boa", "noite", "tarde", "gostaria", "preciso", "preço", "preco", "obrigada", "por", "pessoas", "gente", "moi", "mois", "personnes", "enfants", "adultes", "prix", "soir", "personen", "kinder", "erwachsene", "kostet", "preis", "quanti", "adulti", "bambini", "costano", "vorrei", "il", "della",
    "tao", "bata", "para", "sa", "kayo", "costa", "grazie", "per", "favore", "buongiorno", "siamo", "persone", "ciao", "sono", "che",
    "magkano", "po", "ang", "ng", "mga", "salamat", "kami", "xin", "chào", "bao", "nhiêu", "cảm", "ơn", "người",
])  # fmt: skip
_OTHER_SCRIPT = re.compile(
    r"[\u0370-\u03ff\u0400-\u04ff\u0590-\u05ff\u0600-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_WEAK = frozenset("y a me de la en no mi es soy um em po sa il per das die dia tag le les".split())
"""Words that are letters or slang in English messages too ("lol y"): alone they tell of no language."""
_SPANISH_MARK = re.compile(r"[¿¡ñ]")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Tongue:
    """language "unknown" when there is nothing to tell it by (a ZIP, an emoji, a name); sure from 0 to 1."""

    language: Literal["en", "es", "other", "unknown"]
    sure: float


def tell_tongue(text: str) -> Tongue:
    """The language of a text; of English with a Spanish word ("quinceañera", "hola!") English."""
    clean = fold(text)
    script = len(_OTHER_SCRIPT.findall(clean))
    words = _WORD.findall(clean)
    if script and script * 2 >= sum(len(word) for word in words):
        return Tongue("other", 1.0)
    english, spanish, other = (sum(word in known for word in words) for known in (_ENGLISH, _SPANISH, _OTHER_WORDS))
    spanish_score = spanish + (2 if _SPANISH_MARK.search(clean) and spanish else 0)
    best = max(english, spanish_score, other)
    if not english and {word for word in words if word in _SPANISH or word in _OTHER_WORDS} <= _WEAK:
        return Tongue("unknown", 0.0)
    if best == 0:
        return Tongue("unknown", 0.0)
    total = english + spanish_score + other
    if english == best:
        return Tongue("en", english / total)
    foreign = 1 - english / total
    return Tongue("es" if spanish_score == best else "other", foreign)


def spanish_words(text: str) -> list[str]:
    """The words of a text that are Spanish and nothing that an English message would have by chance."""
    return [
        word for word in _WORD.findall(fold(text)) if word in _SPANISH and word not in _WEAK and word not in _ENGLISH
    ]
