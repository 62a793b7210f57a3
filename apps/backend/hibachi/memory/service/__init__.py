"""The use cases of memory, one file a verb; everything that another module may call is named here."""

from hibachi.memory.service.merging import on_customers_merged, on_customers_parted
from hibachi.memory.service.reading import dates_between
from hibachi.memory.service.writing import keep, on_booking, rebuild, update_from_booking

__all__ = [
    "dates_between",
    "keep",
    "on_booking",
    "on_customers_merged",
    "on_customers_parted",
    "rebuild",
    "update_from_booking",
]
