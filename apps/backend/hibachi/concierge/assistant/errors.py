"""How the assistant refuses."""

from hibachi.kit.errors import Forbidden, InvalidInput


class MayNotExport(Forbidden):
    """A report that this role may not see, or may not take away as a file."""

    code = "report_forbidden"
    message = "Your role may not have this report as a file."


class ReportTooLarge(InvalidInput):
    """More rows than one report reads."""

    code = "report_too_large"
    message = "That is more than one report reads, and half a sum would be a wrong one."
    next_step = "Ask for fewer days."
