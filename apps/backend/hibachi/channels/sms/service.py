"""The carriers of text messages that the settings have credentials for; SMS_PROVIDER says which one sends."""

from hibachi.channels.carriers import Carrier
from hibachi.channels.sms.ringcentral.gateway import RingCentral
from hibachi.channels.sms.twilio.gateway import Twilio
from hibachi.settings import Settings

STATUS_PATH = "/api/v1/webhooks/twilio/status"


def carriers_of(settings: Settings) -> list[Carrier]:
    """The one that sends first; the other one, where both are connected, still says what became of what it sent."""
    both: list[Carrier | None] = [twilio_of(settings), ringcentral_of(settings)]
    connected = [carrier for carrier in both if carrier is not None]
    return sorted(connected, key=lambda carrier: carrier.name != (settings.sms_provider or carrier.name))


def twilio_of(settings: Settings) -> Twilio | None:
    """Twilio, where it is connected."""
    account, token = settings.twilio_account_sid, settings.twilio_auth_token
    sender = settings.twilio_messaging_service_sid or settings.twilio_phone_number
    if account is None or token is None or sender is None:
        return None
    callback = f"{settings.public_url}{STATUS_PATH}" if settings.public_url else None
    return Twilio(settings.twilio_base_url, account, token, sender=sender, callback=callback)


def ringcentral_of(settings: Settings) -> RingCentral | None:
    """RingCentral, where it is connected."""
    client_id, secret, jwt = (
        settings.ringcentral_client_id,
        settings.ringcentral_client_secret,
        settings.ringcentral_jwt,
    )
    sender = settings.ringcentral_phone_number
    if client_id is None or secret is None or jwt is None or sender is None:
        return None
    return RingCentral(settings.ringcentral_base_url, client_id, secret, jwt, sender=sender)
