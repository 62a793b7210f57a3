"""Acts → words of the brand, for each channel; what is numbers in them are fields of facts."""

from hibachi.concierge.local.wording.compose import words_for

__all__ = ["words_for"]
