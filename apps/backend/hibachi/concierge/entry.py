"""The entry for an inquiry in words: what it is about, what its proteins cost, and the checked answer (CHN-03, ORC-02)."""

from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from hibachi.concierge.doors import Decided, Door, public_answer
from hibachi.concierge.inquiry import InquiryDetails
from hibachi.concierge.schemas import ChatCustomer, ChatMessage, ChatReplyText, MessageId
from hibachi.customers.schemas import ChannelName, Said


class InquiryContext(BaseModel):
    """What the caller knows of an inquiry; all of it may be missing. Names and addresses are claims: they open nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    conversation_id: UUID | None = None
    message_id: MessageId | None = None
    customer_name: Said = None
    customer_email: Said = None
    customer_phone: Said = None
    customer_handle: Said = None


class InquiryAnswer(BaseModel):
    """The checked answer with its context. protein_info: what the chosen proteins cost, where guests and dishes are
    known; no reply where a human speaks."""

    conversation_id: UUID
    message_id: str
    channel: ChannelName
    speaker: Literal["ai", "human"]
    reply: ChatReplyText | None
    inquiry_details: InquiryDetails
    protein_info: dict[str, Any] | None
    customer_email: str | None
    customer_phone: str | None

    @property
    def text(self) -> str | None:
        """The words of the answer."""
        return self.reply.text if self.reply else None


async def process_inquiry(
    door: Door, message: str, channel: ChannelName = "web_chat", context: InquiryContext | None = None
) -> InquiryAnswer:
    """Answer an inquiry of somebody whom nothing proves: understand, price the proteins, think with tools, check, store.

    A missing context is an empty one. Raises NoSuchConversation, StillThinking, and what a message may not be.
    """
    known = context or InquiryContext()
    customer = ChatCustomer(
        name=known.customer_name, phone=known.customer_phone, email=known.customer_email, handle=known.customer_handle
    )
    said = ChatMessage(
        conversation_id=known.conversation_id,
        message_id=known.message_id,
        channel=channel,
        customer=customer,
        text=message,
    )
    return _answer(await door.public_turn(said), channel, known)


def _answer(decided: Decided, channel: ChannelName, known: InquiryContext) -> InquiryAnswer:
    made = decided.reply.meta if decided.reply else {}
    return InquiryAnswer(
        conversation_id=decided.conversation.id,
        message_id=decided.message_id,
        channel=channel,
        speaker="human" if decided.conversation.status == "escalated" else "ai",
        reply=public_answer(decided).reply,
        inquiry_details=InquiryDetails.model_validate(made.get("inquiry_details", {})),
        protein_info=made.get("protein_info"),
        customer_email=known.customer_email,
        customer_phone=known.customer_phone,
    )
