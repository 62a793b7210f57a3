"""Slack's incoming webhook: the only file that speaks to Slack. https://api.slack.com/messaging/webhooks"""

from typing import Final

import httpx2

from hibachi.channels.carriers import CarrierBusy, CarrierRefused, CarrierUncertain

TIMEOUT_SECONDS: Final = 10.0


class Slack:
    """One workspace's webhook. Nothing there tells a repeated message from a new one."""

    def __init__(self, webhook_url: str, *, client: httpx2.AsyncClient | None = None) -> None:
        self._url = webhook_url
        self._client = client or httpx2.AsyncClient(timeout=TIMEOUT_SECONDS)

    async def send_message(self, channel: str, text: str) -> None:
        """Post a text. channel: "default" for the webhook's own. Raises CarrierBusy, CarrierRefused, CarrierUncertain."""
        body = {"text": text} if channel == "default" else {"text": text, "channel": channel}
        try:
            answer = await self._client.post(self._url, json=body)
        except (httpx2.ConnectError, httpx2.ConnectTimeout) as problem:
            raise CarrierBusy("Slack could not be reached.") from problem
        except httpx2.HTTPError as problem:
            raise CarrierUncertain("Slack did not answer.") from problem
        _check(answer)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def _check(answer: httpx2.Response) -> None:
    if answer.status_code == 429 or answer.status_code >= 500:
        after = answer.headers.get("Retry-After", "")
        raise CarrierBusy(f"Slack answered {answer.status_code}.", float(after) if after.isdigit() else None)
    if answer.status_code != 200:
        raise CarrierRefused(answer.text[:60] or str(answer.status_code), "Slack refused the message.")
