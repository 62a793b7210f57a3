"""How the doors of text messages are known from outside."""

from typing import Literal

SmsProvider = Literal["twilio", "ringcentral"]
