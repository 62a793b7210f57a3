"""Which services of others see something of a visitor's data: those that this installation is connected to, and no more."""

from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from hibachi.settings import Settings


class Processor(BaseModel):
    """A service that works for the business: its name, and what it gets for what."""

    model_config = ConfigDict(frozen=True)

    name: str
    purpose: str


def processors(settings: Settings) -> tuple[Processor, ...]:
    """Every connected service. An installation without any keeps all of it on its own machine."""
    return tuple(Processor(name=name, purpose=purpose) for name, purpose in _connected(settings))


def _connected(settings: Settings) -> Iterator[tuple[str, str]]:
    if settings.openai_api_key:
        host = urlsplit(settings.openai_base_url or "").hostname or "OpenAI"
        if not _is_at_home(host):
            yield host, "words our assistant's replies: it reads the conversation for that"
    if settings.stripe_secret_key:
        yield "Stripe", "takes payments by card: what is paid, by whom, for which party"
    if settings.twilio_account_sid:
        yield "Twilio", "carries texts: your number and what is written"
    if settings.ringcentral_client_id:
        yield "RingCentral", "carries texts: your number and what is written"
    if settings.whatsapp_number_id or settings.facebook_page_id or settings.instagram_account_id:
        yield "Meta (Facebook, Instagram, WhatsApp)", "carries messages that you write to us there"
    if settings.google_maps_api_key:
        yield "Google Maps", "measures the way to your party: where it is, not whose it is"
    if settings.smtp_host:
        yield "Our mail service", "carries e-mails: your address and what is written"
    if settings.slack_webhook_url:
        yield "Slack", "tells our team that somebody needs a person"


def _is_at_home(host: str) -> bool:
    """Whether a model runs on the business's own machine or network: nobody else sees anything, and its name is nobody's."""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal", ".lan"))
