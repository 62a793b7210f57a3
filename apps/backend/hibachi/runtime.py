"""The composition: one process's clock, database, jobs, events, models and concierge, built from the settings once.

Listeners that run inside the publisher's transaction are registered here and listed in docs/map.md.
"""

from dataclasses import dataclass
from functools import partial
from threading import Thread

from hibachi.bookings import jobs as booking_jobs
from hibachi.bookings import service as bookings
from hibachi.bookings.events import (
    BookingCancelled,
    BookingChanged,
    BookingCompleted,
    BookingConfirmed,
    BookingNoShow,
    BookingRequested,
    DepositPaid,
    GuestChose,
    HoldExpired,
)
from hibachi.bookings.proof import jobs as proof_jobs
from hibachi.bookings.proof.service import Proof
from hibachi.channels import jobs as channel_jobs
from hibachi.channels.doors import Doors
from hibachi.channels.feedback import service as feedback
from hibachi.channels.feedback.links import Links
from hibachi.channels.fitting.service import fitting
from hibachi.channels.limits.service import Limits, open_limits
from hibachi.channels.live.news import News
from hibachi.channels.mail import jobs as mail_jobs
from hibachi.channels.mail.settings import reader_of
from hibachi.channels.meta import jobs as meta_jobs
from hibachi.channels.notices import jobs as notice_jobs
from hibachi.channels.notices import matters
from hibachi.channels.notices import service as notices
from hibachi.channels.notices.telling import Teller, open_teller
from hibachi.channels.service import Carriers, Post, Rescue, Sender, notify, open_carriers
from hibachi.channels.sms import jobs as sms_jobs
from hibachi.channels.sms.ringcentral import jobs as ringcentral_jobs
from hibachi.channels.webchat.feed import Feed
from hibachi.channels.webhooks import jobs as webhook_jobs
from hibachi.concierge import jobs as concierge_jobs
from hibachi.concierge.agents.registry import all_agents
from hibachi.concierge.assistant.service import Assistant
from hibachi.concierge.crm import jobs as note_jobs
from hibachi.concierge.crm.service import CrmWriter
from hibachi.concierge.doors import Door
from hibachi.concierge.hearing import Hearing
from hibachi.concierge.letters import checked_letter
from hibachi.concierge.local.model import LocalModel
from hibachi.concierge.orchestrator import Concierge
from hibachi.concierge.service import on_draft_decided
from hibachi.concierge.think import Thinker
from hibachi.conversations import service as conversations
from hibachi.conversations.events import (
    ConversationEscalated,
    CustomerStopped,
    DraftDecided,
    MessageNotDelivered,
    MessageWritten,
    PersonNeeded,
)
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.growth import jobs as growth_jobs
from hibachi.growth import service as growth
from hibachi.growth.newsletters.events import SubscriptionAsked
from hibachi.growth.reviews.events import ReviewGiven
from hibachi.identity import jobs as identity_jobs
from hibachi.identity.service import Authenticator
from hibachi.journeys import jobs as journey_jobs
from hibachi.journeys import receipts as receipt_jobs
from hibachi.journeys import service as journeys_service
from hibachi.journeys.receipts import Receipts
from hibachi.journeys.service import Journeys
from hibachi.kit import lazy_re
from hibachi.kit.clock import Clock, SystemClock
from hibachi.kit.db import Database, Tx
from hibachi.kit.events import DELIVER, EventBus
from hibachi.kit.jobs import Jobs
from hibachi.knowledge import jobs as knowledge_jobs
from hibachi.knowledge import service as knowledge
from hibachi.knowledge.events import QuestionUnanswered
from hibachi.knowledge.service import Searcher
from hibachi.language.embedding.embedder import Embedder
from hibachi.language.heads.listener import Listener
from hibachi.llm.service import ModelChain
from hibachi.memory import jobs as memory_jobs
from hibachi.memory import service as memory
from hibachi.memory.recall.service import Recall
from hibachi.payments.cards import jobs as card_jobs
from hibachi.payments.cards import service as card_payments
from hibachi.payments.cards.events import CardDisputed, CardRefundFailed
from hibachi.payments.cards.service import Cards, open_cards
from hibachi.payments.events import PaymentRecorded, PaymentRefunded
from hibachi.policies.events import PoliciesChanged
from hibachi.settings import Settings
from hibachi.travel.service import Maps, open_maps

RECOVER_EVERY_MINUTE = "* * * * *"


@dataclass(slots=True)
class Runtime:
    """Everything that the HTTP server, the worker, the command line and the sandbox share."""

    settings: Settings
    clock: Clock
    db: Database
    jobs: Jobs
    models: ModelChain
    concierge: Concierge
    door: Door
    authenticator: Authenticator
    maps: Maps | None
    carriers: Carriers
    doors: Doors
    feed: Feed
    news: News
    limits: Limits
    feedback_links: Links
    teller: Teller
    cards: Cards
    receipts: Receipts
    journeys: Journeys
    listener: Listener
    searcher: Searcher
    recall: Recall
    assistant: Assistant

    async def open(self) -> None:
        """Open what needs a running loop; what a first message would have to wait for is made ready in the background."""
        self.listener.warm()
        Thread(target=_make_ready, name="ready", daemon=True).start()
        await self.jobs.open()

    async def close(self) -> None:
        """Close every connection."""
        self.listener.close()
        await self.feed.close()
        await self.news.close()
        await self.jobs.close()
        await self.models.close()
        if self.maps is not None:
            await self.maps.close()
        await self.carriers.close()
        await self.doors.close()
        await self.teller.close()
        await self.db.close()


def _make_ready() -> None:
    """The agents, a sixth of a second, and the patterns that no import compiled."""
    all_agents()
    lazy_re.compile_all()


def build(
    settings: Settings, database_url: str, *, clock: Clock | None = None, carriers: Carriers | None = None
) -> Runtime:
    """Compose a process. The clock is the business's; time-outs and leases use the machine's.

    carriers: those of the settings, unless a caller brings its own (the benchmarks').
    """
    clock = clock or SystemClock()
    bus, jobs = EventBus(), Jobs(database_url)
    db = Database(database_url, clock=clock, bus=bus, jobs=jobs)
    models = ModelChain(settings, builtin=LocalModel(), clock=SystemClock())
    maps = open_maps(settings)
    embedder = Embedder()
    listener, searcher, recall = Listener(embedder), Searcher(embedder), Recall(embedder)
    bus.listen(SubscriptionAsked, "growth.letters", partial(growth.ask_subscriber, settings=settings))
    growth_jobs.declare(jobs, growth.Letters(db, settings, checked_letter))
    bus.listen(ReviewGiven, "growth.reviews", growth.Reader(listener).on_review)
    hearing = Hearing(listener, within=settings.ai_hearing_seconds)
    concierge = Concierge(settings, db, Thinker(settings, db, models, maps, searcher, recall), hearing, fitting())
    if models.is_configured:
        concierge.recall = recall
    carriers = carriers or open_carriers(settings)
    _listen(bus, Post(settings, carriers))
    if settings.card_site is None:
        bus.listen_inside(BookingRequested, bookings.on_requested)
    bus.listen(MessageNotDelivered, "channels.rescue", Rescue(carriers).on_message_not_delivered)
    _declare_jobs(jobs, db, bus, concierge)
    memory_jobs.declare(jobs, db, recall)
    note_jobs.listen(bus)
    note_jobs.declare(jobs, db, CrmWriter(settings, db, models))
    cards = open_cards(settings, db)
    journeys = Journeys(db, partial(notify, carriers=carriers), settings, cards=cards.enabled)
    bus.listen(DepositPaid, "journeys", journeys.on_deposit)
    journey_jobs.declare(jobs, db, journeys)
    channel_jobs.declare(jobs, Sender(db, carriers, journeys.is_true))
    limits = open_limits(settings)
    door, doors = Door(db, concierge), Doors(settings, db, concierge, limits)
    _declare_doors(jobs, doors)
    mail_jobs.declare(jobs, db, reader_of(settings, concierge))
    teller = open_teller(settings, db, carriers)
    notice_jobs.declare(jobs, teller)
    card_jobs.declare(jobs, cards)
    proof_jobs.declare(jobs, Proof(db, cards))
    bus.listen(DraftDecided, "knowledge.learn", partial(_learn, searcher))
    receipts = Receipts(partial(notify, carriers=carriers), site=settings.public_url)
    for money in (PaymentRecorded, PaymentRefunded):
        bus.listen(money, "journeys.receipt", receipts.on_money)
    receipt_jobs.declare(jobs, db, receipts)
    knowledge_jobs.declare(jobs, db, searcher)
    return Runtime(
        settings=settings,
        clock=clock,
        db=db,
        jobs=jobs,
        models=models,
        concierge=concierge,
        door=door,
        authenticator=Authenticator(settings),
        maps=maps,
        carriers=carriers,
        doors=doors,
        feed=Feed(db),
        news=News(db),
        limits=limits,
        feedback_links=Links(settings.secret_key.get_secret_value()),
        teller=teller,
        cards=cards,
        receipts=receipts,
        journeys=journeys,
        listener=listener,
        searcher=searcher,
        recall=recall,
        assistant=Assistant(settings, db, models, searcher),
    )


def _listen(bus: EventBus, post: Post) -> None:
    for event, listener in growth.listeners():
        bus.listen_inside(event, listener)
    bus.listen_inside(CustomersMerged, bookings.on_customers_merged)
    bus.listen_inside(CustomersMerged, conversations.on_customers_merged)
    bus.listen_inside(CustomersParted, bookings.on_customers_parted)
    bus.listen_inside(CustomersParted, conversations.on_customers_parted)
    bus.listen_inside(CustomersMerged, journeys_service.on_customers_merged)
    bus.listen_inside(CustomersParted, journeys_service.on_customers_parted)
    bus.listen_inside(CustomersMerged, memory.on_customers_merged)
    bus.listen_inside(CustomersParted, memory.on_customers_parted)
    for ended in (BookingCompleted, BookingNoShow):
        bus.listen(ended, "memory", memory.on_booking)
    bus.listen_inside(MessageWritten, post.on_message_written)
    bus.listen_inside(DraftDecided, on_draft_decided)
    for event in (PaymentRecorded, PaymentRefunded):
        bus.listen(event, "bookings.settle", bookings.on_money)
        bus.listen(event, "cards.review", card_payments.on_entry)
    for told in (
        BookingConfirmed,
        BookingChanged,
        BookingCancelled,
        HoldExpired,
        BookingCompleted,
        BookingNoShow,
    ):
        bus.listen(told, "bookings.invoice", bookings.on_booking)
    for changed in (BookingChanged, BookingCancelled, HoldExpired):
        bus.listen(changed, "cards.review", bookings.on_price)
    bus.listen(BookingConfirmed, "growth.leads", growth.convert_visitor)
    bus.listen(MessageNotDelivered, "growth.letters", growth.on_letter_not_delivered)
    bus.listen(CustomerStopped, "growth.letters", growth.on_stop)
    for party in (BookingConfirmed, BookingCompleted, BookingCancelled, BookingNoShow):
        bus.listen(party, "growth.referrals", growth.follow_referral)
    for asked in (ConversationEscalated, PersonNeeded):
        bus.listen(asked, "notices", notices.on_escalated)
    bus.listen(PoliciesChanged, "knowledge.sync", knowledge_jobs.on_policies_changed)
    bus.listen(BookingRequested, "knowledge.led_to_booking", knowledge.on_booking)
    bus.listen(QuestionUnanswered, "feedback.gaps", feedback.on_question_unanswered)
    bus.listen(DepositPaid, "notices.money", matters.on_deposit)
    bus.listen(GuestChose, "notices.allergies", matters.on_guest_chose)
    for dined in (BookingRequested, BookingChanged):
        bus.listen(dined, "notices.allergies", matters.on_party)
    bus.listen(CardDisputed, "notices.money", matters.on_dispute)
    bus.listen(CardRefundFailed, "notices.money", matters.on_refund_failed)


async def _learn(searcher: Searcher, tx: Tx, event: DraftDecided) -> None:
    await knowledge.on_draft_decided(tx, searcher, event)


def _declare_jobs(jobs: Jobs, db: Database, bus: EventBus, concierge: Concierge) -> None:
    async def deliver(event_id: str, listener: str) -> None:
        await bus.deliver(db, event_id, listener)

    jobs.add(DELIVER, deliver)
    for table in (booking_jobs.table, identity_jobs.table, webhook_jobs.table):
        jobs.add_table(table, db)
    concierge_jobs.declare(jobs, concierge, db)
    jobs.add("jobs.recover_stalled", jobs.recover_stalled, cron=RECOVER_EVERY_MINUTE)


def _declare_doors(jobs: Jobs, doors: Doors) -> None:
    webhook_jobs.declare(jobs, doors.inbox)
    meta_jobs.declare(jobs, doors.names)
    sms_jobs.declare(jobs, doors.missed)
    if doors.subscriber is not None:
        ringcentral_jobs.declare(jobs, doors.subscriber)
