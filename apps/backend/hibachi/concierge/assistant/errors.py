"""How the assistant refuses."""

from hibachi.kit.errors import Forbidden


class MayNotExport(Forbidden):
    """A report that this role may not see, or may not take away as a file."""

    code = "report_forbidden"
    message = "Your role may not have this report as a file."
