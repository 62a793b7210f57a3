"""The page behind the link of a mail: it asks once, since programs follow links, and a POST ends it (RFC 8058)."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import HTMLResponse

from hibachi.channels.unsubscribe import links
from hibachi.conversations import service as conversations
from hibachi.customers import service as customers
from hibachi.kit.auth import public
from hibachi.kit.errors import NotFound
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses

router = APIRouter(prefix=f"{API}/unsubscribe", tags=["channels"], route_class=TransactionalRoute)
Token = Annotated[str, Path(max_length=200)]
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Unsubscribe</title></head>
<body><main><h1>{title}</h1>{body}</main></body></html>"""
ASK = '<form method="post"><p>Do you want no more messages from us here?</p><button>Unsubscribe</button></form>'
DONE = "<p>You are unsubscribed and will get no more messages here.</p>"


@router.get(
    "/{token}", dependencies=[Depends(public)], response_class=HTMLResponse, responses=error_responses(NotFound)
)
async def ask(request: Request, token: Token) -> HTMLResponse:
    """Ask whether somebody means it: a mail's scanner follows links, and must not unsubscribe anybody."""
    links.read(request.app.state.runtime.settings, token)
    return HTMLResponse(PAGE.format(title="Unsubscribe", body=ASK))


@router.post(
    "/{token}", dependencies=[Depends(public)], response_class=HTMLResponse, responses=error_responses(NotFound)
)
async def unsubscribe(request: Request, tx: CurrentTx, token: Token) -> HTMLResponse:
    """End a channel for the person of a link: the button of the page, or one click in a mail program."""
    customer_id, channel = links.read(request.app.state.runtime.settings, token)
    person = await customers.get(tx, customer_id=customer_id)
    await conversations.opt_out(
        tx, customer_id=person.id, channel=channel, words="the link to unsubscribe", basis="form"
    )
    return HTMLResponse(PAGE.format(title="Done", body=DONE))
