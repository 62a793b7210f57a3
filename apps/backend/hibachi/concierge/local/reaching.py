"""Places that a message names: whether we come there, and what the way costs."""

from hibachi.concierge.local import selling
from hibachi.concierge.local.known import ANSWERED, Known


def place_alone(known: Known) -> None:
    """A place that was named without more: whether we come there."""
    frame = known.frame
    asked = {"area", "setting", "travel"} & set(frame.topics)
    away = asked and frame.state and not frame.city and frame.state != known.profile.travel.base.state
    if (frame.foreign or away) and not frame.zip:
        known.say("foreign", at=ANSWERED, facts=known.topic("area"))
    elif frame.zip_invalid and not frame.zip:
        known.say("short_zip", at=ANSWERED)
        known.asks("zip")
    elif frame.zips and known.counts is None:
        _ways(known)
    elif _asks_for_the_way(known):
        selling.travel(known)
    elif _asks_for_city(known):
        area(known, "area")


def out_of_reach(known: Known) -> bool:
    """A place beyond what the concierge may decide, told before anybody was counted: a person's at once, not at the price."""
    frame = known.frame
    told = frame.zip is not None and known.changed("zip") and known.counts is None
    if not told or known.does("about_own") or known.dialogue.goal in ("change", "cancel"):
        return False
    return selling.too_far(known, known.need("calculate_travel_fee", customer_zipcode=frame.zip))


def _ways(known: Known) -> None:
    """ "Is 94539 in your area? What about 94022": the way to each of them."""
    for place in known.frame.zips:
        fee = known.need("calculate_travel_fee", customer_zipcode=place)
        if selling.too_far(known, fee):
            return
        known.say("travel", at=ANSWERED, fee=fee)
    known.asks("guests")


def _asks_for_the_way(known: Known) -> bool:
    """ "Do you cook in Alamo, 94507?", "so what about 94005", a bare ZIP: before anybody was counted."""
    frame = known.frame
    if frame.zip is None or known.counts is not None or not known.changed("zip"):
        return False
    return not (
        frame.dates or frame.name or known.dialogue.goal in ("booking", "change", "cancel") or known.does("book")
    )


def _asks_for_city(known: Known) -> bool:
    """A town, and nothing else of a party: "do you serve Oakland", "and Stockton?"."""
    frame = known.frame
    alone = known.counts is None and not frame.dates and not frame.zip and known.dialogue.zip is None
    return alone and frame.city is not None and known.changed("city") and not {"area", "travel"} & set(frame.topics)


def area(known: Known, topic: str) -> None:
    """The way to the place that is known, or where we cook at all."""
    dialogue = known.dialogue
    if known.frame.zips and known.counts is None:
        return
    if known.frame.zip or (dialogue.zip and not known.frame.city):
        if known.counts is None:
            selling.travel(known)
        return
    if known.frame.city:
        found = known.need("check_service_area", city=known.frame.city, state=known.frame.state)
        known.unsay("area")
        known.say("area", at=ANSWERED, area=found)
        return
    known.say("topic:area", at=ANSWERED, facts=known.topic("area"))
