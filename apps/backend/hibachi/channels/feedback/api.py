"""Feedback over HTTP: the widget's votes, the pages behind the links of e-mails, and what staff read of it."""

from typing import Annotated, Any
from urllib.parse import parse_qs
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import TypeAdapter, ValidationError

from hibachi.channels.feedback import pages, rules, service
from hibachi.channels.feedback.errors import JudgedAlready, NoBookingHere, NoSuchGap, NothingToJudge
from hibachi.channels.feedback.links import Links
from hibachi.channels.feedback.schemas import (
    ApprovalAnswer,
    FeedbackFilter,
    FeedbackPage,
    FeedbackRequest,
    Gap,
    GapClosing,
    GapFilter,
    Judgement,
    Learning,
    Stats,
    SurveyAnswer,
    Thanks,
    Vote,
    Words,
)
from hibachi.conversations.errors import NoSuchDraft
from hibachi.kit.auth import Principal, public, requires
from hibachi.kit.errors import InvalidInput
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.knowledge.errors import ContradictsPolicy, PersonalData, SaidAlready
from hibachi.knowledge.schemas import NewKnowledge

THANKS = "/thank-you-for-feedback"
router = APIRouter(prefix=f"{API}/ai", tags=["feedback"], route_class=TransactionalRoute)
staff = APIRouter(prefix=f"{API}/admin", tags=["feedback"], route_class=TransactionalRoute)
web = APIRouter(tags=["feedback"], route_class=TransactionalRoute)
ANYBODY = [Depends(public)]
LOST: dict[str, Any] = {"description": "The link is not valid any more.", "content": {"text/html": {}}}
REFUSALS = error_responses(NothingToJudge, JudgedAlready)
Days = Annotated[int, Query(ge=1, le=366)]
SaidId = Annotated[str, Query(min_length=1, max_length=1000)]
Counting = Annotated[Principal, Depends(requires("metrics:read"))]
Reader = Annotated[Principal, Depends(requires("conversations:read"))]
Reviewer = Annotated[Principal, Depends(requires("drafts:review"))]
Writer = Annotated[Principal, Depends(requires("conversations:write"))]
Knower = Annotated[Principal, Depends(requires("knowledge:write"))]


def _links(request: Request) -> Links:
    links: Links = request.app.state.runtime.feedback_links
    return links


Signed = Annotated[Links, Depends(_links)]


@router.post("/feedback", status_code=303, dependencies=ANYBODY, responses=REFUSALS)
async def vote(tx: CurrentTx, links: Signed, id: SaidId, vote: Vote, comment: Words | None = None) -> RedirectResponse:
    """A thumb for a reply. id: the signed one of a link, or the id of a reply in the web chat."""
    link, source = await service.judged(tx, links=links, said_id=id, asked="vote")
    await service.vote(tx, reply_id=link.subject_id, judgement=rules.of_vote(vote, comment), source=source)
    return RedirectResponse(THANKS, status_code=303)


@router.post("/orchestrator/feedback", dependencies=ANYBODY, responses=REFUSALS)
async def widget_vote(tx: CurrentTx, links: Signed, said: FeedbackRequest) -> Thanks:
    """The same as JSON, for the widget of the web chat."""
    link, source = await service.judged(tx, links=links, said_id=said.log_id, asked="vote")
    judgement = rules.of_vote("up" if said.feedback == "helpful" else "down", suggestion=said.suggestion)
    return Thanks(recorded=await service.vote(tx, reply_id=link.subject_id, judgement=judgement, source=source))


@router.post("/feedback/survey", dependencies=ANYBODY, responses=REFUSALS | error_responses(NoBookingHere))
async def survey(tx: CurrentTx, links: Signed, said: SurveyAnswer) -> Thanks:
    """ "How was our AI assistant?", after a booking. id: the signed one of a link, or a web chat's conversation."""
    link, source = await service.judged(tx, links=links, said_id=said.id, asked="survey")
    judgement = rules.of_score(said.score, said.comment)
    recorded = await service.survey(tx, conversation_id=link.subject_id, judgement=judgement, source=source)
    return Thanks(recorded=recorded)


@router.get("/feedback/stats")
async def stats(tx: CurrentTx, who: Counting, days: Days = 7) -> Stats:
    """What was said in the last days, by channel, agent, topic and day."""
    return await service.stats(tx, days=days)


@router.get("/feedback/learning")
async def learning(tx: CurrentTx, who: Counting, days: Days = 30) -> Learning:
    """What there is to learn from, counted."""
    return await service.learning(tx, days=days)


@web.get("/feedback/{token}", response_class=HTMLResponse, dependencies=ANYBODY, responses={404: LOST})
async def ask(
    tx: CurrentTx, links: Signed, token: str, vote: str | None = None, score: str | None = None
) -> HTMLResponse:
    """The page behind a link: asks once, and changes nothing (programs that read mails follow links too)."""
    link = links.read(token, now=tx.now)
    if link is None:
        return pages.lost_page()
    return pages.vote_page(vote) if link.asked == "vote" else pages.survey_page(score)


@web.post(
    "/feedback/{token}", status_code=303, dependencies=ANYBODY, responses=REFUSALS | error_responses(NoBookingHere)
)
async def answer(tx: CurrentTx, links: Signed, request: Request, token: str) -> RedirectResponse:
    """What the page sends."""
    link = links.read(token, now=tx.now)
    if link is None:
        raise NothingToJudge()
    judgement = _filled_in(await request.body(), link.asked)
    if link.asked == "vote":
        await service.vote(tx, reply_id=link.subject_id, judgement=judgement, source="link")
    else:
        await service.survey(tx, conversation_id=link.subject_id, judgement=judgement, source="link")
    return RedirectResponse(THANKS, status_code=303)


@web.get(THANKS, response_class=HTMLResponse, dependencies=ANYBODY)
async def thanks() -> HTMLResponse:
    """Where an answer leads."""
    return pages.thanks_page()


@staff.get("/feedback")
async def feedback(tx: CurrentTx, who: Reader, wanted: Annotated[FeedbackFilter, Query()]) -> FeedbackPage:
    """What customers and staff said, newest first; filters narrow, `before` pages."""
    return await service.page(tx, wanted=wanted)


@staff.post("/feedback/approvals/{draft_id}", responses=REFUSALS | error_responses(NoSuchDraft))
async def approval(tx: CurrentTx, who: Reviewer, draft_id: UUID, said: ApprovalAnswer) -> Thanks:
    """ "Did AI do a good job?", after a draft was approved."""
    judgement = rules.of_vote("up" if said.good else "down", said.comment)
    return Thanks(recorded=await service.approval(tx, draft_id=draft_id, judgement=judgement))


@staff.get("/knowledge-gaps")
async def gaps(tx: CurrentTx, who: Reader, wanted: Annotated[GapFilter, Query()]) -> list[Gap]:
    """Replies that did not help, with what to look at; the open ones unless asked otherwise."""
    return await service.gaps(tx, wanted=wanted)


@staff.post(
    "/knowledge-gaps/{gap_id}/answer",
    responses=error_responses(NoSuchGap, ContradictsPolicy, PersonalData, SaidAlready),
)
async def answer_gap(tx: CurrentTx, who: Knower, request: Request, gap_id: UUID, answer: NewKnowledge) -> Gap:
    """Write what was missing: it is an entry of the knowledge from now on, and the gap is closed."""
    return await service.answer_gap(tx, request.app.state.searcher, gap_id=gap_id, answer=answer)


@staff.post("/knowledge-gaps/{gap_id}/close", responses=error_responses(NoSuchGap))
async def close_gap(tx: CurrentTx, who: Writer, gap_id: UUID, wanted: GapClosing) -> Gap:
    """Note what was done about one."""
    return await service.close_gap(tx, gap_id=gap_id, resolution=wanted.resolution)


def _filled_in(body: bytes, asked: str) -> Judgement:
    """The fields of the page's form; raises InvalidInput for anything else."""
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=10)
        said = {name: values[0] for name, values in fields.items()}
        comment = TypeAdapter(Words).validate_python(said.get("comment", ""))
        if asked == "vote":
            return rules.of_vote(TypeAdapter(Vote).validate_python(said.get("vote")), comment)
        return rules.of_score(int(said.get("score", "")), comment)
    except (ValidationError, ValueError):
        raise InvalidInput("Please choose an answer.") from None
