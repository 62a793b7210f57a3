"""Settings from the environment, checked at start. Secrets come from nowhere else."""

from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

DEVELOPMENT_SECRET = "development-only-secret-not-for-production"
E164 = r"^\+[1-9][0-9]{7,14}$"

HTTPS_OR_THIS_MACHINE = r"^(https://|http://(localhost|127\.0\.0\.1)[:/])"

CONNECTIONS = {
    "Twilio": ("twilio_account_sid", "twilio_auth_token"),
    "RingCentral": (
        "ringcentral_client_id",
        "ringcentral_client_secret",
        "ringcentral_jwt",
        "ringcentral_phone_number",
        "ringcentral_webhook_token",
    ),
    "Meta": ("meta_app_secret", "meta_verify_token"),
    "Stripe": ("stripe_secret_key", "stripe_webhook_secret"),
    "Facebook": ("facebook_page_id", "facebook_page_token"),
    "Instagram": ("instagram_account_id", "instagram_token"),
    "WhatsApp": ("whatsapp_number_id", "whatsapp_token"),
    "The payments' mailbox": ("payment_imap_host", "payment_imap_user", "payment_imap_password"),
}
"""What a provider needs to be connected: all of a line, or none of it."""


class Settings(BaseSettings):
    """Everything that an installation may set; .env.example explains each."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    environment: Literal["development", "production"] = Field("development", alias="HIBACHI_ENVIRONMENT")
    data_dir: Path = Field(Path("data"), alias="HIBACHI_DATA_DIR")
    database_url: str | None = Field(None, alias="DATABASE_URL")
    host: str = Field("127.0.0.1", alias="HOST")
    port: int = Field(8000, alias="PORT", ge=1, le=65535)
    secret_key: SecretStr = Field(SecretStr(DEVELOPMENT_SECRET), alias="SECRET_KEY")
    profile_path: Path | None = Field(None, alias="HIBACHI_PROFILE")
    site_dir: Path = Field(Path("apps/customer/out"), alias="HIBACHI_SITE_DIR")
    admin_dir: Path = Field(Path("apps/admin/out"), alias="HIBACHI_ADMIN_DIR")
    public_url: str | None = Field(None, alias="PUBLIC_URL", pattern=r"^https?://[^/?#\s]+$")
    cors_origins: list[str] = Field(default_factory=list, alias="CORS_ORIGINS")

    openai_api_key: SecretStr | None = Field(None, alias="OPENAI_API_KEY")
    openai_base_url: str | None = Field(None, alias="OPENAI_BASE_URL")
    ai_model: str = Field("gpt-5.4", alias="AI_MODEL")
    ai_temperature: float | None = Field(0.7, alias="AI_TEMPERATURE", ge=0, le=2)
    ai_strict_mode: bool = Field(True, alias="AI_STRICT_MODE")
    ai_timeout_seconds: float = Field(20.0, alias="AI_TIMEOUT_SECONDS", gt=0)
    ai_hearing_seconds: float = Field(1.0, alias="AI_HEARING_SECONDS", gt=0)
    ai_turn_seconds: float = Field(40.0, alias="AI_TURN_SECONDS", gt=0)
    ai_request_limit: int = Field(8, alias="AI_REQUEST_LIMIT", ge=1)
    ai_token_limit: int = Field(30_000, alias="AI_TOKEN_LIMIT", ge=1)
    ai_input_price: Decimal = Field(Decimal(0), alias="AI_INPUT_USD_PER_MILLION", ge=0)
    ai_output_price: Decimal = Field(Decimal(0), alias="AI_OUTPUT_USD_PER_MILLION", ge=0)
    turn_lease_seconds: float = Field(60.0, alias="TURN_LEASE_SECONDS", gt=0)

    google_maps_api_key: SecretStr | None = Field(None, alias="GOOGLE_MAPS_API_KEY")
    google_maps_base_url: str = Field("https://maps.googleapis.com", alias="GOOGLE_MAPS_BASE_URL")

    slack_webhook_url: SecretStr | None = Field(None, alias="SLACK_WEBHOOK_URL")

    stripe_secret_key: SecretStr | None = Field(None, alias="STRIPE_SECRET_KEY")
    stripe_webhook_secret: SecretStr | None = Field(None, alias="STRIPE_WEBHOOK_SECRET")
    stripe_base_url: str = Field("https://api.stripe.com", alias="STRIPE_BASE_URL")

    redis_url: SecretStr | None = Field(None, alias="REDIS_URL")
    webhook_refusals_per_minute: int = Field(30, alias="WEBHOOK_REFUSALS_PER_MINUTE", ge=1)

    sms_provider: Literal["twilio", "ringcentral"] | None = Field(None, alias="SMS_PROVIDER")
    twilio_account_sid: str | None = Field(None, alias="TWILIO_ACCOUNT_SID")
    twilio_auth_token: SecretStr | None = Field(None, alias="TWILIO_AUTH_TOKEN")
    twilio_phone_number: str | None = Field(None, alias="TWILIO_PHONE_NUMBER", pattern=E164)
    twilio_messaging_service_sid: str | None = Field(None, alias="TWILIO_MESSAGING_SERVICE_SID")
    twilio_base_url: str = Field("https://api.twilio.com", alias="TWILIO_BASE_URL")

    ringcentral_client_id: str | None = Field(None, alias="RINGCENTRAL_CLIENT_ID")
    ringcentral_client_secret: SecretStr | None = Field(None, alias="RINGCENTRAL_CLIENT_SECRET")
    ringcentral_jwt: SecretStr | None = Field(None, alias="RINGCENTRAL_JWT")
    ringcentral_phone_number: str | None = Field(None, alias="RINGCENTRAL_PHONE_NUMBER", pattern=E164)
    ringcentral_webhook_token: SecretStr | None = Field(None, alias="RINGCENTRAL_WEBHOOK_TOKEN", min_length=16)
    ringcentral_base_url: str = Field("https://platform.ringcentral.com", alias="RINGCENTRAL_BASE_URL")

    meta_app_secret: SecretStr | None = Field(None, alias="META_APP_SECRET")
    meta_verify_token: SecretStr | None = Field(None, alias="META_VERIFY_TOKEN", min_length=16)
    meta_base_url: str = Field("https://graph.facebook.com/v23.0", alias="META_BASE_URL")
    facebook_page_id: str | None = Field(None, alias="FACEBOOK_PAGE_ID")
    facebook_page_token: SecretStr | None = Field(None, alias="FACEBOOK_PAGE_TOKEN")
    instagram_account_id: str | None = Field(None, alias="INSTAGRAM_ACCOUNT_ID")
    instagram_token: SecretStr | None = Field(None, alias="INSTAGRAM_TOKEN")
    whatsapp_number_id: str | None = Field(None, alias="WHATSAPP_NUMBER_ID")
    whatsapp_token: SecretStr | None = Field(None, alias="WHATSAPP_TOKEN")
    whatsapp_template_language: str = Field("en_US", alias="WHATSAPP_TEMPLATE_LANGUAGE")

    mail_address: str | None = Field(None, alias="MAIL_ADDRESS")
    mail_name: str | None = Field(None, alias="MAIL_NAME")
    mail_aliases: list[str] = Field(default_factory=list, alias="MAIL_ALIASES")
    mail_authserv_ids: list[str] = Field(default_factory=list, alias="MAIL_AUTHSERV_IDS")
    mail_sent_folder: str | None = Field(None, alias="MAIL_SENT_FOLDER")
    mail_poll_seconds: float = Field(60.0, alias="MAIL_POLL_SECONDS", gt=0)
    mail_idle_seconds: float = Field(540.0, alias="MAIL_IDLE_SECONDS", gt=0, le=1680)
    imap_host: str | None = Field(None, alias="IMAP_HOST")
    imap_port: int = Field(993, alias="IMAP_PORT", ge=1, le=65535)
    imap_user: str | None = Field(None, alias="IMAP_USER")
    imap_password: SecretStr | None = Field(None, alias="IMAP_PASSWORD")
    imap_security: Literal["tls", "none"] = Field("tls", alias="IMAP_SECURITY")
    imap_folders: list[str] = Field(default_factory=lambda: ["INBOX"], alias="IMAP_FOLDERS", min_length=1)
    payment_imap_host: str | None = Field(None, alias="PAYMENT_IMAP_HOST")
    payment_imap_port: int = Field(993, alias="PAYMENT_IMAP_PORT", ge=1, le=65535)
    payment_imap_user: str | None = Field(None, alias="PAYMENT_IMAP_USER")
    payment_imap_password: SecretStr | None = Field(None, alias="PAYMENT_IMAP_PASSWORD")
    payment_imap_security: Literal["tls", "none"] = Field("tls", alias="PAYMENT_IMAP_SECURITY")
    payment_imap_folders: list[str] = Field(
        default_factory=lambda: ["INBOX"], alias="PAYMENT_IMAP_FOLDERS", min_length=1
    )
    payment_addresses: list[str] = Field(default_factory=list, alias="PAYMENT_ADDRESSES")
    smtp_host: str | None = Field(None, alias="SMTP_HOST")
    smtp_port: int = Field(587, alias="SMTP_PORT", ge=1, le=65535)
    smtp_user: str | None = Field(None, alias="SMTP_USER")
    smtp_password: SecretStr | None = Field(None, alias="SMTP_PASSWORD")
    smtp_security: Literal["tls", "starttls", "none"] = Field("starttls", alias="SMTP_SECURITY")

    mail_oauth_token_url: str | None = Field(None, alias="MAIL_OAUTH_TOKEN_URL", pattern=HTTPS_OR_THIS_MACHINE)
    mail_oauth_client_id: str | None = Field(None, alias="MAIL_OAUTH_CLIENT_ID")
    mail_oauth_client_secret: SecretStr | None = Field(None, alias="MAIL_OAUTH_CLIENT_SECRET")
    mail_oauth_refresh_token: SecretStr | None = Field(None, alias="MAIL_OAUTH_REFRESH_TOKEN")
    mail_oauth_scope: str | None = Field(None, alias="MAIL_OAUTH_SCOPE")

    @model_validator(mode="after")
    def mailboxes_are_whole(self) -> "Settings":
        """A mailbox is read and answered from, or not set at all: half of one would lose mails without a word."""
        oauth = self._oauth_of_mail()
        if self.imap_host or self.imap_user or self.imap_password:
            signed = self.imap_password or oauth
            needed = {"IMAP_HOST": self.imap_host, "IMAP_USER": self.imap_user, "IMAP_PASSWORD": signed}
            _refuse_parts("The mailbox", {**needed, "SMTP_HOST": self.smtp_host, "MAIL_ADDRESS": self.mail_address})
        if self.smtp_host or self.smtp_user or self.smtp_password:
            _refuse_parts("The mail server", {"SMTP_HOST": self.smtp_host, "MAIL_ADDRESS": self.mail_address})
        if self.smtp_user or self.smtp_password:
            signed = self.smtp_password or oauth
            _refuse_parts("The mail server's sign-in", {"SMTP_USER": self.smtp_user, "SMTP_PASSWORD": signed})
        if self.mail_sent_folder and not self.imap_host:
            raise ValueError("MAIL_SENT_FOLDER is looked up over IMAP: IMAP_HOST missing")
        return self

    def _oauth_of_mail(self) -> bool:
        """Whether the mailbox signs in by tokens; raises where only a part of that is set."""
        secret, refresh, scope = self.mail_oauth_client_secret, self.mail_oauth_refresh_token, self.mail_oauth_scope
        url, client = self.mail_oauth_token_url, self.mail_oauth_client_id
        if not (secret or refresh or scope or url or client):
            return False
        needed = {"MAIL_OAUTH_TOKEN_URL": url, "MAIL_OAUTH_CLIENT_ID": client}
        right = "MAIL_OAUTH_REFRESH_TOKEN (or MAIL_OAUTH_CLIENT_SECRET with MAIL_OAUTH_SCOPE)"
        _refuse_parts("The mailbox's OAuth", {**needed, right: refresh or (secret and scope)})
        return True

    @model_validator(mode="after")
    def passwords_travel_encrypted(self) -> "Settings":
        """Without encryption a mail server is spoken to on this machine alone."""
        for host, security in (
            (self.imap_host, self.imap_security),
            (self.payment_imap_host, self.payment_imap_security),
            (self.smtp_host, self.smtp_security),
        ):
            if host and security == "none" and host not in ("localhost", "127.0.0.1", "::1"):
                raise ValueError(f"IMAP_SECURITY and SMTP_SECURITY may be none on this machine alone, not for {host}")
        return self

    @model_validator(mode="after")
    def lease_outlasts_thinking(self) -> "Settings":
        """The lease of a turn is longer than the time that a model may take, or two processes would think at once."""
        if self.turn_lease_seconds <= self.ai_turn_seconds and self.environment == "production":
            raise ValueError("TURN_LEASE_SECONDS must be longer than AI_TURN_SECONDS")
        return self

    @model_validator(mode="after")
    def refuse_default_secrets(self) -> "Settings":
        """Production starts with a secret of its own, or not at all."""
        secret = self.secret_key.get_secret_value()
        if self.environment == "production" and (secret == DEVELOPMENT_SECRET or len(secret) < 32):
            raise ValueError("production needs SECRET_KEY: 32 characters or more, made for this installation")
        return self

    @model_validator(mode="after")
    def doors_have_their_secrets(self) -> "Settings":
        """A provider is connected whole, with what verifies its messages, or not at all."""
        for name, needed in CONNECTIONS.items():
            missing = [str(type(self).model_fields[field].alias) for field in needed if getattr(self, field) is None]
            if missing and len(missing) < len(needed):
                raise ValueError(f"{name} is connected in part: {', '.join(missing)} missing")
        if self.twilio_account_sid and not (self.twilio_phone_number or self.twilio_messaging_service_sid):
            raise ValueError("Twilio needs TWILIO_PHONE_NUMBER or TWILIO_MESSAGING_SERVICE_SID to send from")
        return self

    @model_validator(mode="after")
    def doors_verify(self) -> "Settings":
        """What a provider signs is checked against the address that it knows, with a secret of the installation."""
        meta = self.facebook_page_id or self.instagram_account_id or self.whatsapp_number_id
        if meta and self.meta_app_secret is None:
            raise ValueError("Facebook, Instagram and WhatsApp need META_APP_SECRET and META_VERIFY_TOKEN")
        connected = meta or self.twilio_account_sid or self.ringcentral_client_id or self.stripe_secret_key
        if connected and self.environment == "production" and not (self.public_url or "").startswith("https://"):
            raise ValueError("providers reach this installation at PUBLIC_URL, such as https://chat.example.com")
        return self

    @property
    def card_site(self) -> str | None:
        """Where customers pay by card: the site's public address, where Stripe is connected too; None without either."""
        is_on = self.stripe_secret_key is not None and self.stripe_webhook_secret is not None
        return self.public_url if is_on else None

    @model_validator(mode="after")
    def one_provider_sends_texts(self) -> "Settings":
        """With Twilio and RingCentral both connected, SMS_PROVIDER says which one sends."""
        both = self.twilio_account_sid and self.ringcentral_client_id
        if both and self.sms_provider is None:
            raise ValueError("Twilio and RingCentral are both connected: SMS_PROVIDER says which one sends")
        alone = {"twilio": self.twilio_account_sid, "ringcentral": self.ringcentral_client_id}
        if self.sms_provider and not alone[self.sms_provider]:
            raise ValueError(f"SMS_PROVIDER is {self.sms_provider}, which is not connected")
        return self


def _refuse_parts(what: str, needed: dict[str, object]) -> None:
    missing = [name for name, value in needed.items() if not value]
    if missing:
        raise ValueError(f"{what} is set in part: {', '.join(missing)} missing")
