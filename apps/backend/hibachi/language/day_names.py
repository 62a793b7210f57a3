"""The days and months as they are rightly spelled, for patterns of other matters; `dates` reads what people write for a date."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY_STEMS = "mon|tues|wednes|thurs|fri|satur|sun"
WEEKDAY = rf"(?:{WEEKDAY_STEMS})day"
WEEKDAY_STARTS = "mon|tue|wed|thu|fri|sat|sun"
MONTH_STARTS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
