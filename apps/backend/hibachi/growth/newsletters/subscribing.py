"""Who wants letters: asked for by a form, said yes to from the address itself, left with one click."""

from datetime import timedelta
from uuid import UUID

from hibachi.conversations import service as conversations
from hibachi.conversations.events import CustomerStopped
from hibachi.conversations.schemas import ConsentEntry
from hibachi.customers import service as customers
from hibachi.customers.errors import PartedByStaff
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.customers.schemas import Contact, Customer
from hibachi.growth.newsletters import links, repository
from hibachi.growth.newsletters.errors import LinkLost
from hibachi.growth.newsletters.events import SubscriptionAsked
from hibachi.growth.newsletters.holding import hold
from hibachi.growth.newsletters.models import SubscriberRow
from hibachi.growth.newsletters.schemas import Subscriber, SubscriberFilter, SubscriberPage, Subscription
from hibachi.kit.db import Tx
from hibachi.policies import service as policies
from hibachi.settings import Settings

NOUN = "newsletter_subscriber"
JUST_NOW = timedelta(minutes=1)
AGREED = "Yes, send me letters by e-mail (the page behind the link that was sent to this address)."
LEFT = "The link to leave, in a letter."


async def subscribe(tx: Tx, *, wanted: Subscription) -> None:
    """Note that somebody gave an address for letters; its owner is asked there. An address that agreed is not asked.

    Whoever types an address learns nothing of it. Raises InvalidEmail.
    """
    email = customers.normalised("email", wanted.email)
    await tx.lock(f"{NOUN}:{email}")
    known = await repository.subscriber_of(tx, email)
    if known is not None and (known.state == "confirmed" or _was_just_asked(tx, known)):
        return
    if known is None:
        owner = await customers.hold_still(tx, customer_id=(await _person(tx, email)).id)
        subscriber_id = await repository.add_subscriber(tx, email=email, customer_id=owner, zip=wanted.zip)
    else:
        subscriber_id = known.id
        await repository.change_subscriber(tx, known.id, asked_at=tx.now, zip=wanted.zip or known.zip)
    await tx.publish(SubscriptionAsked(subscriber_id=subscriber_id))


async def ask(tx: Tx, event: SubscriptionAsked, *, settings: Settings) -> None:
    """Listener, as a job: the one mail that asks the owner of an address. None leaves where they said STOP to mails."""
    row = await hold(tx, event.subscriber_id)
    if row is None or row.email is None or row.state == "confirmed":
        return
    link = links.confirm(settings, row.id, now=tx.now)
    if link is None:
        return
    business = (await policies.current(tx)).profile.business.name
    text = (
        f"Somebody, you we hope, asked for letters from {business} to this address.\n\n"
        f"Is it you? Say yes here: {link}\n\nIf it was not you, do nothing: no letter will come."
    )
    await conversations.send_asked_line(
        tx,
        customer_id=row.customer_id,
        channel="email",
        address=row.email,
        key=f"newsletter:{row.id}:{int(row.asked_at.timestamp())}",
        text=text,
        subject=f"Letters from {business}: is it you?",
    )


async def confirm(tx: Tx, *, settings: Settings, token: str) -> None:
    """The yes of an address's owner: it proves the address, and is the consent to letters. Raises LinkLost."""
    row = await _of(tx, settings, "confirm", token)
    if row.state == "confirmed":
        return
    if row.email is None:
        raise LinkLost()
    proven = await _proven(tx, row.customer_id, row.email)
    person = await customers.hold_still(tx, customer_id=proven)
    held = await repository.subscriber(tx, row.id)
    if held is None or held.state == "confirmed":  # another one said it meanwhile
        return
    entry = ConsentEntry(channel="email", purpose="marketing", granted=True, basis="form", words=AGREED)
    await conversations.note_consent(tx, customer_id=person, entry=entry)
    await repository.change_subscriber(
        tx, row.id, state="confirmed", confirmed_at=tx.now, ended_at=None, customer_id=person
    )


async def leave(tx: Tx, *, settings: Settings, token: str) -> None:
    """No more letters; what is about somebody's own party still reaches them. Raises LinkLost."""
    found = links.read(settings, "leave", token, now=tx.now)
    row = await hold(tx, found[0]) if found else None
    if row is None or found is None:
        raise LinkLost()
    if row.state != "confirmed":
        return
    entry = ConsentEntry(channel="email", purpose="marketing", granted=False, basis="form", words=LEFT)
    await conversations.note_consent(tx, customer_id=row.customer_id, entry=entry)
    await repository.change_subscriber(tx, row.id, state="left", ended_at=tx.now)
    if found[1] is not None:
        await repository.settle(tx, found[1], row.id, left_at=tx.now)


async def on_stop(tx: Tx, event: CustomerStopped) -> None:
    """Listener, as a job: STOP to mails, also by one click in a mail program, ends letters."""
    if event.channel == "email":
        person = await customers.hold_still(tx, customer_id=event.customer_id)
        await repository.end_of(tx, person)


async def page(tx: Tx, *, wanted: SubscriberFilter) -> SubscriberPage:
    """Subscribers, newest first, a page at a time."""
    rows = await repository.subscribers(tx, wanted)
    shown = [Subscriber.model_validate(row) for row in rows[: wanted.limit]]
    return SubscriberPage(subscribers=shown, next=shown[-1].id if len(rows) > wanted.limit else None)


async def on_customers_merged(tx: Tx, event: CustomersMerged) -> None:
    """Listener inside the merging transaction: subscriptions go with their owner."""
    theirs = await repository.of_customer(tx, event.gone)
    await customers.note_moved(tx, merge_id=event.merge_id, noun=NOUN, rows=dict.fromkeys(theirs))
    await repository.hand(tx, theirs, event.kept)


async def on_customers_parted(tx: Tx, event: CustomersParted) -> None:
    """Listener inside the undoing transaction: subscriptions go back."""
    back = [one.row_id for one in await customers.moved(tx, merge_id=event.merge_id, noun=NOUN)]
    await repository.hand(tx, back, event.gone)


def _was_just_asked(tx: Tx, row: SubscriberRow) -> bool:
    """Whether a form was sent twice: its owner is asked once."""
    return row.state == "pending" and tx.now - row.asked_at < JUST_NOW


async def _person(tx: Tx, email: str) -> Customer:
    """The proven owner of an address, else somebody new who says that it is theirs."""
    owner = await customers.known_by(tx, kind="email", value=email)
    if owner is not None:
        return owner
    return await customers.resolve(tx, contact=Contact(channel="email", email=email), proven=False)


async def _proven(tx: Tx, customer_id: UUID, email: str) -> UUID:
    """Whose the address is, now that somebody opened a mail there."""
    try:
        person = await customers.attach_identity(tx, customer_id=customer_id, kind="email", value=email, proven=True)
    except PartedByStaff:  # staff said that the two are not one: then it is whoever proved it first
        owner = await customers.known_by(tx, kind="email", value=email)
        assert owner is not None, "two people were parted over this address, so one has proven it"
        return owner.id
    return person.id


async def _of(tx: Tx, settings: Settings, use: links.Use, token: str) -> SubscriberRow:
    found = links.read(settings, use, token, now=tx.now)
    row = await repository.peek(tx, found[0]) if found else None
    if row is None:
        raise LinkLost()
    return row
