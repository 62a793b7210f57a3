"""An answer that its channel could not deliver reaches the customer by another one where there is one."""

import logging

from hibachi.channels.registry import Carriers
from hibachi.conversations import service as conversations
from hibachi.conversations.errors import NotConnected, OutsideWindow
from hibachi.conversations.events import MessageNotDelivered
from hibachi.kit.db import Tx

log = logging.getLogger(__name__)


class Rescue:
    """Listens, as a job, for messages that were not delivered. A human was asked for already."""

    def __init__(self, carriers: Carriers) -> None:
        self._carriers = carriers

    async def on_message_not_delivered(self, tx: Tx, event: MessageNotDelivered) -> None:
        """Send the answer by another channel; what may have arrived ("uncertain") is not sent again anywhere."""
        if event.state != "failed":
            return
        try:
            async with tx.session.begin_nested():
                await conversations.resend(tx, message_id=event.message_id, carried=self._carriers.channels)
        except (NotConnected, OutsideWindow) as refusal:
            log.warning("message %s has no other way: %s", event.message_id, refusal.code)
