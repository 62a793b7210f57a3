"""The pages behind the links of e-mails: plain HTML without scripts. Looking at one changes nothing."""

from html import escape

from fastapi.responses import HTMLResponse

from hibachi.channels.feedback.footer import SURVEY, VOTE

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
STYLE = (
    "body{font:18px/1.5 system-ui,sans-serif;max-width:34rem;margin:10vh auto;padding:0 1rem;color:#222}"
    "label{display:block;margin:.4rem 0}textarea{width:100%;font:inherit;margin:.6rem 0}"
    "button{font:inherit;padding:.5rem 1.4rem;border:0;border-radius:.4rem;background:#222;color:#fff}"
)
VOTES = {"up": "Yes, it helped", "down": "No, it did not help"}
SCORES = {"5": "5 – very good", "4": "4", "3": "3", "2": "2", "1": "1 – bad"}


def vote_page(chosen: str | None) -> HTMLResponse:
    """Asks once whether a reply helped; chosen: the answer that the link carried."""
    return _question(VOTE, "vote", VOTES, chosen)


def survey_page(chosen: str | None) -> HTMLResponse:
    """Asks once how the assistant was."""
    return _question(SURVEY, "score", SCORES, chosen)


def thanks_page() -> HTMLResponse:
    """After an answer, the first one or not."""
    return _page("Thank you for your feedback!", "<p>It helps us to answer better.</p>")


def lost_page() -> HTMLResponse:
    """A link that is about nothing: forged, broken or too old."""
    return _page("This link is not valid any more.", "<p>Please write to us in the conversation instead.</p>", 404)


def _question(question: str, name: str, answers: dict[str, str], chosen: str | None) -> HTMLResponse:
    choices = "".join(
        f'<label><input type="radio" name="{name}" value="{value}" required{" checked" * (value == chosen)}> '
        f"{escape(words)}</label>"
        for value, words in answers.items()
    )
    words = '<label>Anything to add? <textarea name="comment" rows="4" maxlength="2000"></textarea></label>'
    return _page(question, f'<form method="post">{choices}{words}<button>Send</button></form>')


def _page(title: str, body: str, status: int = 200) -> HTMLResponse:
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>'
        f"<body><h1>{escape(title)}</h1>{body}</body></html>"
    )
    return HTMLResponse(page, status_code=status, headers=HEADERS)
