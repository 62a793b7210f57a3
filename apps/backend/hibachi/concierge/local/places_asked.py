"""A ZIP code that is told before a party is: whether we come there, and what the way costs."""

from hibachi.concierge.local import selling
from hibachi.concierge.local.known import Known


def zip_alone(known: Known) -> bool:
    """ "Do you cook in Alamo, 94507?", "so what about 94005": the fee for the way, as far as nobody counts guests yet."""
    frame = known.frame
    if not frame.zip or known.counts is not None or not known.changed("zip"):
        return False
    if frame.dates or frame.name or known.dialogue.goal in ("booking", "change", "cancel") or known.does("book"):
        return False
    selling.travel(known)
    return True
