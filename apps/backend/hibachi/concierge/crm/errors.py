"""How notes refuse."""

from hibachi.kit.errors import NotFound


class UnknownNote(NotFound):
    """There is no such note."""

    code = "crm_note_unknown"
    message = "There is no such note."
    next_step = "Read the notes of the conversation again; its customer may have been forgotten."
