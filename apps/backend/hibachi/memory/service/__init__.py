"""The use cases of memory, one file a verb; everything that another module may call is named here."""

from hibachi.memory.service.checking import check, check_everybody, findings
from hibachi.memory.service.forgetting import export, forget
from hibachi.memory.service.merging import on_customers_merged, on_customers_parted
from hibachi.memory.service.reading import dates_between, get_memory, last_party, remembered
from hibachi.memory.service.staff import add, confirm, delete
from hibachi.memory.service.writing import (
    confirm_date,
    hear,
    keep,
    on_booking,
    rebuild,
    to_hear,
    update_from_booking,
)

__all__ = [
    "add",
    "check",
    "check_everybody",
    "confirm",
    "confirm_date",
    "dates_between",
    "delete",
    "export",
    "findings",
    "forget",
    "get_memory",
    "hear",
    "keep",
    "last_party",
    "on_booking",
    "on_customers_merged",
    "on_customers_parted",
    "rebuild",
    "remembered",
    "to_hear",
    "update_from_booking",
]
