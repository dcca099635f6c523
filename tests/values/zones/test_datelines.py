"""Openings that are datelines, and those that only look like one."""

from datetime import date

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.zones.datelines import datelines_of

DATELINES = datelines_of(load_rulebook())
REST = " Orrin Foods Inc. said on Monday that it would buy a bakery in the north."

FOUND = [
    ("LEEDS, 3 March 2025 –", "LEEDS", date(2025, 3, 3)),
    ("LEEDS –", "LEEDS", None),
    ("LEEDS --", "LEEDS", None),
    ("LEEDS:", "LEEDS", None),
    ("HONG KONG, March 17 --", "HONG KONG", None),
    ("LAREDO, Texas, Feb. 12, 2025 (GLOBE NEWSWIRE) --", "LAREDO, Texas", date(2025, 2, 12)),
    ("Bethesda, MD, Feb. 11, 2025 (GLOBE NEWSWIRE) —", "Bethesda, MD", date(2025, 2, 11)),
    ("SALEM, Mass. and AURORA, Colo., Feb. 11, 2025 (GLOBE NEWSWIRE) —", "SALEM, Mass. and AURORA, Colo.",
     date(2025, 2, 11)),
    ("TULSA, Okla.--(BUSINESS WIRE)--April 22, 2025--", "TULSA, Okla.", date(2025, 4, 22)),
    ("Calgary, Alberta--(Newsfile Corp. - May 29, 2025) -", "Calgary, Alberta", date(2025, 5, 29)),
    ("ST. PAUL, Minn., Feb. 10, 2025 /PRNewswire/ --", "ST. PAUL, Minn.", date(2025, 2, 10)),
    ("KIGOMA, Tanzania, 19 September 2025/APO Group/ --", "KIGOMA, Tanzania", date(2025, 9, 19)),
    ("BAMAKO, Mali – September 10, 2025 –", "BAMAKO, Mali", date(2025, 9, 10)),
    ("BANGKOK / VIENTIANE / PHNOM PENH, 3 November 2025 -", "BANGKOK / VIENTIANE / PHNOM PENH", date(2025, 11, 3)),
    ("Brussels, 11 July 2025", "Brussels", date(2025, 7, 11)),
    ("NEW DELHI, JANUARY 16", "NEW DELHI", None),
    ("TAICHUNG, Aug 7 (Island News Agency)", "TAICHUNG", None),
    ("July 11, 2019 (SAINT PAUL) –", "SAINT PAUL", date(2019, 7, 11)),
    ("(NewMediaWire) - April 17, 2025 - DALLAS —", "DALLAS", date(2025, 4, 17)),
    ("Waco, Texas (Newsworthy.ai) Thursday Aug 7, 2025 @ 8:00 AM Pacific —", "Waco, Texas", date(2025, 8, 7)),
    ("Bergen, 14 August 2025:", "Bergen", date(2025, 8, 14)),
]  # fmt: skip

NONE = [
    "Orrin Foods Inc. said on Monday",
    "Orrin Foods – the maker of bread – said on Monday",
    "Orrin Foods (LSE: ORR) said",
    "NOTE: this is a correction of what was said before",
    "On 3 March 2025, Orrin Foods said",
    "In Leeds, Yorkshire, the weather",
    "- Thursday, July 11 – Tyler Rich plays",
    "March was cold",
    "“We are glad – all of us,” said the baker",
    "2024 was a good year",
]


@pytest.mark.parametrize(("dateline", "place", "day"), FOUND)
def test_datelines(dateline: str, place: str, day: date | None) -> None:
    found = DATELINES.find(dateline + REST)
    assert found is not None
    assert (dateline + REST)[: found.end].rstrip() == dateline
    assert (found.place, found.day) == (place, day)


@pytest.mark.parametrize("text", NONE)
def test_no_datelines(text: str) -> None:
    assert DATELINES.find(text + REST) is None


def test_a_dateline_may_stand_alone() -> None:
    found = DATELINES.find("HONG KONG, Feb. 12, 2025")
    assert found is not None and found.day == date(2025, 2, 12)


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("RIYADH, 12 Ramadan 1446 (SPA) - The ministry said that prices rose.", "RIYADH", date(2025, 3, 12)),
        ("Jeddah, Shawwal 03, 1446H, SPA -- The ministry said that prices rose.", "Jeddah", date(2025, 4, 1)),
        (
            "Jeddah, Shawwal 03, 1446H, Apr 01, 2025, SPA -- The ministry said that prices rose.",
            "Jeddah",
            date(2025, 4, 1),
        ),
        ("TEHRAN, Farvardin 12, 1404 - The ministry said that prices rose.", "TEHRAN", date(2025, 4, 1)),
        ("KATHMANDU, Jestha 15, 2082 - The ministry said that prices rose.", "KATHMANDU", date(2025, 5, 29)),
        ("ADDIS ABABA, Meskerem 1, 2017 - The ministry said that prices rose.", "ADDIS ABABA", date(2024, 9, 11)),
    ],
)
def test_days_of_other_calendars_date_a_text(text: str, place: str, day: date) -> None:
    found = DATELINES.find(text)
    assert found and (found.place, found.day) == (place, day)


@pytest.mark.parametrize("text", ["RIYADH, 31 Ramadan 1446 - The ministry said that prices rose."])
def test_a_day_that_no_month_has_dates_nothing(text: str) -> None:
    found = DATELINES.find(text)
    assert found is None or found.day is None
