"""Settings from the environment, checked at start. Secrets come from nowhere else."""

from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

DEVELOPMENT_SECRET = "development-only-secret-not-for-production"


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
    public_url: str | None = Field(None, alias="PUBLIC_URL", pattern=r"^https?://[^\s/]+")
    cors_origins: list[str] = Field(default_factory=list, alias="CORS_ORIGINS")

    openai_api_key: SecretStr | None = Field(None, alias="OPENAI_API_KEY")
    openai_base_url: str | None = Field(None, alias="OPENAI_BASE_URL")
    ai_model: str = Field("gpt-5.4", alias="AI_MODEL")
    ai_temperature: float | None = Field(0.7, alias="AI_TEMPERATURE", ge=0, le=2)
    ai_strict_mode: bool = Field(True, alias="AI_STRICT_MODE")
    ai_timeout_seconds: float = Field(20.0, alias="AI_TIMEOUT_SECONDS", gt=0)
    ai_turn_seconds: float = Field(40.0, alias="AI_TURN_SECONDS", gt=0)
    ai_request_limit: int = Field(8, alias="AI_REQUEST_LIMIT", ge=1)
    ai_token_limit: int = Field(30_000, alias="AI_TOKEN_LIMIT", ge=1)
    ai_input_price: Decimal = Field(Decimal(0), alias="AI_INPUT_USD_PER_MILLION", ge=0)
    ai_output_price: Decimal = Field(Decimal(0), alias="AI_OUTPUT_USD_PER_MILLION", ge=0)
    turn_lease_seconds: float = Field(60.0, alias="TURN_LEASE_SECONDS", gt=0)

    google_maps_api_key: SecretStr | None = Field(None, alias="GOOGLE_MAPS_API_KEY")
    google_maps_base_url: str = Field("https://maps.googleapis.com", alias="GOOGLE_MAPS_BASE_URL")

    slack_webhook_url: SecretStr | None = Field(None, alias="SLACK_WEBHOOK_URL")

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
