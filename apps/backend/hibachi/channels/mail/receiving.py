"""A stored mail is read: what a person wrote goes to the concierge, what a machine wrote ends here."""

import asyncio
import hashlib
import logging
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from pydantic import JsonValue

from hibachi.channels import delivery
from hibachi.channels.inbound import Arrived, arrive
from hibachi.channels.mail import payments, reading, repository, rules
from hibachi.channels.mail.models import MailRow
from hibachi.channels.mail.reading.letter import bare_subject
from hibachi.channels.mail.schemas import Letter, OurSide, Outcome
from hibachi.concierge.service import Concierge
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Conversation, Inbound
from hibachi.customers import service as customers
from hibachi.customers.schemas import Contact
from hibachi.kit.db import Tx
from hibachi.kit.errors import InvalidInput
from hibachi.language.replies import opt_keyword
from hibachi.policies import service as policies

log = logging.getLogger(__name__)
KEPT_BYTES = 256 * 1024
HOUR = timedelta(hours=1)
PROVIDER = "smtp"


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads stored mails, each in the transaction of its job."""

    concierge: Concierge
    ours: OurSide
    for_payments: frozenset[str] = frozenset()

    async def read(self, tx: Tx, mail_id: UUID) -> None:
        """Read one mail and do what it asks for, once; the same mail from another folder is nothing new."""
        row = await repository.held(tx, mail_id)
        if row is None or row.outcome is not None or row.raw is None:
            return
        letter = await asyncio.to_thread(reading.read, row.raw, self.ours)
        fingerprint = fingerprint_of(letter)
        await tx.lock(f"mail:{fingerprint}")
        row.message_id, row.sender = letter.message_id, letter.sender.address if letter.sender else None
        row.raw = row.raw[:KEPT_BYTES]
        if await repository.has_fingerprint(tx, fingerprint):
            row.outcome = "duplicate"
        else:
            row.fingerprint = fingerprint
            row.outcome = await self._judge(tx, row, letter)
        await repository.save(tx, row)
        log.info("mail read", extra={"mail_id": str(row.id), "outcome": row.outcome})

    async def _judge(self, tx: Tx, row: MailRow, letter: Letter) -> Outcome:
        only = row.mailbox in self.for_payments
        return await payments.taken(tx, row, letter, self.ours, only=only) or await self._act(tx, row, letter)

    async def _act(self, tx: Tx, row: MailRow, letter: Letter) -> Outcome:
        if letter.bounce is not None:
            await _report(tx, letter)
        if letter.kind not in ("message", "empty") or letter.sender is None:
            return letter.kind
        writing = rules.judged(
            of_sender=await repository.count_since(tx, tx.now - HOUR, sender=letter.sender.address),
            of_domain=await repository.count_since(tx, tx.now - HOUR, domain=letter.sender.domain),
        )
        if writing == "flood":
            return "limited"
        thread = await self._thread(tx, letter)
        if letter.kind == "empty":
            return await _show_a_human(tx, row, letter, thread)
        try:
            conversation_id = await self._message(tx, row, letter, thread)
        except InvalidInput as refusal:
            log.warning("mail %s cannot be taken in: %s", row.id, refusal.code)
            return "nobody"
        row.conversation_id = conversation_id
        if writing == "loop":
            await conversations.escalate(tx, conversation_id=conversation_id, reason="mail_loop", summary=rules.LOOPS)
        return "message"

    async def _message(self, tx: Tx, row: MailRow, letter: Letter, thread: Conversation | None) -> UUID:
        """Hand the words in, in as many pieces as a message may be long; they get one answer."""
        for number, text in enumerate(rules.pieces(letter.fresh)):
            message_id = f"{row.fingerprint}:{number}"
            if letter.proof == "pass":
                conversation_id = await self._proven(tx, row, letter, text, message_id)
            else:
                conversation_id = await self._claimed(tx, row, letter, text, message_id, thread)
                thread = await conversations.get(tx, conversation_id=conversation_id)
        return conversation_id

    async def _proven(self, tx: Tx, row: MailRow, letter: Letter, text: str, message_id: str) -> UUID:
        arrived = Arrived(
            channel="email",
            contact=_contact(letter),
            text=text,
            provider_message_id=message_id,
            received_at=row.arrived_at,
            metadata=self._way_back(letter),
            addressed_to=self._addressed_to(letter),
        )
        return (await arrive(tx, self.concierge, arrived)).conversation.id

    async def _claimed(
        self, tx: Tx, row: MailRow, letter: Letter, text: str, message_id: str, thread: Conversation | None
    ) -> UUID:
        """The same without proof: a new person, whose address is a claim, and a thread known by its Message-IDs alone."""
        contact = _contact(letter)
        if thread is None:
            customer_id = (await customers.resolve(tx, contact=contact, proven=False)).id
        else:
            customer_id = thread.customer_id
        address = customers.address_on("email", contact)
        inbound = Inbound(
            channel="email",
            customer_id=customer_id,
            text=text,
            provider_message_id=message_id,
            conversation_id=thread.id if thread else None,
            meta={**self._way_back(letter), "received_at": row.arrived_at.isoformat()},
            channel_metadata={
                **self._way_back(letter),
                "address": address,
                "addressed_to": self._addressed_to(letter),
                "handle": None,
                "proven": False,
            },
        )
        book = await policies.current(tx)
        quiet = timedelta(seconds=book.profile.concierge.debounce_seconds.get("email", 0))
        received = await self.concierge.receive(tx, inbound, when_quiet_for=quiet)
        await _obey_stop(tx, address, text)
        return received.conversation.id

    async def _thread(self, tx: Tx, letter: Letter) -> Conversation | None:
        """The open thread of the same unproven writer that a mail answers; a proven one has their own.

        Who is not proven joins no thread of somebody who is, whatever Message-IDs they know.
        """
        named = [*letter.in_reply_to, *reversed(letter.references)]
        own = [found for one in named if (found := rules.outbox_id(one, self.ours.id_domain)) is not None]
        known = [
            *await repository.conversations_of(tx, named),
            *await conversations.conversations_of(tx, outbox_ids=own),
        ]
        for conversation_id in dict.fromkeys(known):
            thread = await conversations.get(tx, conversation_id=conversation_id)
            said = thread.channel_metadata
            same = letter.sender is not None and said.get("address") == letter.sender.address
            as_sure = bool(said.get("proven")) == (letter.proof == "pass")
            if thread.channel == "email" and thread.status != "closed" and same and as_sure:
                return thread
        return None

    def _way_back(self, letter: Letter) -> dict[str, JsonValue]:
        files: list[JsonValue] = [
            {"name": one.name, "type": one.type, "size": one.size} for one in letter.attachments[: rules.MOST_FILES]
        ]
        return {
            "subject": bare_subject(letter.subject),
            "message_id": letter.message_id,
            "references": [*letter.references[-rules.MOST_REFERENCES :]],
            "attachments": files,
        }

    def _addressed_to(self, letter: Letter) -> str | None:
        return next((one for one in letter.recipients if one in self.ours.addresses), None)


def fingerprint_of(letter: Letter) -> str:
    """What makes a mail this mail wherever it lies: its Message-ID with its writer and its words (RFC 5322 promises the
    first alone, and form mailers break it)."""
    sender = letter.sender.address if letter.sender else ""
    said = "\n".join(
        [letter.message_id or str(letter.sent_at), sender, letter.subject, letter.text, str(letter.bounce)]
    )
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()


def _contact(letter: Letter) -> Contact:
    assert letter.sender is not None
    return Contact(channel="email", email=letter.sender.address, name=letter.sender.name)


async def _report(tx: Tx, letter: Letter) -> None:
    bounce = letter.bounce
    if bounce is None or bounce.original_id is None or bounce.state == "delayed":
        return
    await delivery.report(
        tx, provider=PROVIDER, provider_message_id=bounce.original_id, state=bounce.state, code=bounce.code
    )


async def _show_a_human(tx: Tx, row: MailRow, letter: Letter, thread: Conversation | None) -> Outcome:
    """A mail without new words (a file alone, answers in colours) is for human eyes, where its thread is known."""
    if thread is not None and thread.status == "ai":
        row.conversation_id = thread.id
        names = ", ".join(file.name for file in letter.attachments[: rules.MOST_FILES]) or "nothing attached"
        summary = f"The customer sent a mail in which no new words could be found ({names}): look at it in the mailbox."
        await conversations.escalate(tx, conversation_id=thread.id, reason="mail_without_words", summary=summary)
    return "empty"


async def _obey_stop(tx: Tx, address: str | None, text: str) -> None:
    """STOP is obeyed for whoever owns the address, proven or not: it takes nothing but our mails from them."""
    owner = await customers.known_by(tx, kind="email", value=address) if address else None
    if owner is not None and opt_keyword(text) == "stop":
        await conversations.opt_out(tx, customer_id=owner.id, channel="email", words=text)
