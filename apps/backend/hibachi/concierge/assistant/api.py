"""The assistant over HTTP, for everybody who signed in; each report asks for its own permission."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from hibachi.concierge.assistant.errors import MayNotExport, ReportTooLarge
from hibachi.concierge.assistant.schemas import Answer, Question, ReportFilter, ToolName
from hibachi.concierge.assistant.service import Assistant
from hibachi.kit.auth import Principal, requires
from hibachi.kit.http import API, AuthenticatedRoute, error_responses

router = APIRouter(prefix=f"{API}/admin/assistant", tags=["assistant"], route_class=AuthenticatedRoute)
Member = Annotated[Principal, Depends(requires("account:own"))]


class Csv(Response):
    """A table for a spreadsheet."""

    media_type = "text/csv"


@router.post("/ask", responses=error_responses(ReportTooLarge))
async def ask(request: Request, who: Member, asked: Question) -> Answer:
    """Answer a question about the business; a deed is only proposed. Nothing is changed."""
    return await _assistant(request).ask(who, asked.question)


@router.get("/reports/{tool}.csv", response_class=Csv, responses=error_responses(MayNotExport, ReportTooLarge))
async def export(request: Request, who: Member, tool: ToolName, asked: Annotated[ReportFilter, Query()]) -> Csv:
    """A report as CSV, whole."""
    written = await _assistant(request).export(who, tool, asked)
    return Csv(written, headers={"Content-Disposition": f'attachment; filename="{tool}.csv"'})


def _assistant(request: Request) -> Assistant:
    assistant: Assistant = request.app.state.runtime.assistant
    return assistant
