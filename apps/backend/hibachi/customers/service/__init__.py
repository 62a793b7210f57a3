"""The use cases of people, one file a verb; everything that another module may call is named here."""

from hibachi.customers.service.duplicates import duplicates
from hibachi.customers.service.forgetting import mark_forgotten
from hibachi.customers.service.merging import merge, merges, moved, note_lost, note_moved, undo
from hibachi.customers.service.people import (
    address_on,
    attach_identity,
    change,
    detail,
    get,
    hold_still,
    identities_of,
    known_as,
    known_by,
    main_identity,
    names,
    normalised,
    note_contact,
    page,
    reached_on,
    resolve,
    zones_of_number,
)
from hibachi.customers.service.previewing import preview_merge, preview_undo

__all__ = [
    "address_on",
    "attach_identity",
    "change",
    "detail",
    "duplicates",
    "get",
    "hold_still",
    "identities_of",
    "known_as",
    "known_by",
    "main_identity",
    "mark_forgotten",
    "merge",
    "merges",
    "moved",
    "names",
    "normalised",
    "note_contact",
    "note_lost",
    "note_moved",
    "page",
    "preview_merge",
    "preview_undo",
    "reached_on",
    "resolve",
    "undo",
    "zones_of_number",
]
