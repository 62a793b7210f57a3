"""A notification to a customer, by whichever of their channels may carry it now: the one they prefer first."""

from collections.abc import Collection, Mapping, Sequence

from hibachi.channels.registry import Carriers
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Sent, Unasked, Unsent
from hibachi.customers import service as customers
from hibachi.customers.schemas import CHANNELS, ChannelName
from hibachi.kit.db import Tx

SPOKEN_OR_PULLED: frozenset[ChannelName] = frozenset({"phone", "web_chat"})
"""Nothing is pushed there: a call is no text, and a web chat that is closed shows nothing."""

PASSES = frozenset({"quiet_hours", "human_speaks"})
"""Why a message may not leave now, and may later."""

NO_TAGS: Mapping[ChannelName, str] = {}


async def notify(
    tx: Tx,
    carriers: Carriers,
    *,
    unasked: Unasked,
    only: Collection[ChannelName] = CHANNELS,
    tags: Mapping[ChannelName, str] = NO_TAGS,
) -> Sent | Unsent:
    """Queue a message once, on the first channel that has a carrier and where the law lets it leave.

    unasked.channel is asked first, then the customer's preferred one, then the others. When none takes it: Unsent with
    the first reason that passes (quiet hours, a person who speaks), else with the first one; a later `until` of another
    channel does not count. only: the channels that it may take; tags: what lets it leave outside Meta's window, by channel.
    """
    person = await customers.get(tx, customer_id=unasked.customer_id)
    order = [one for one in _order(unasked.channel, person.preferred_channel, carriers) if one in only]
    for channel in order:
        earlier = await conversations.find_message(tx, channel=channel, provider_message_id=f"unasked:{unasked.key}")
        if earlier is not None:
            return Sent(message=earlier)
    refusals = []
    for channel in order:
        here = {"channel": channel, "tag": tags.get(channel, unasked.tag)}
        answer = await conversations.queue_unasked(tx, unasked=unasked.model_copy(update=here))
        if isinstance(answer, Sent):
            return answer
        refusals.append(answer)
    passing = [one for one in refusals if one.reason in PASSES]
    return next(iter((*passing, *refusals)), Unsent(reason="no_address"))


def _order(first: ChannelName, preferred: ChannelName | None, carriers: Carriers) -> Sequence[ChannelName]:
    wanted = dict.fromkeys((first, *([preferred] if preferred else []), *CHANNELS))
    return [channel for channel in wanted if channel in carriers.channels and channel not in SPOKEN_OR_PULLED]
