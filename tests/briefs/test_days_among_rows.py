"""However a house sets the top and the foot of its papers, the day of a brief is found among all that stands there."""

from __future__ import annotations

import pytest
from dated import day_of


@pytest.mark.parametrize(
    "top",
    [
        "HARBOUR WATCH                         Issue 12\nGhana                            9 March 2018",
        "Ports: the crane at Tema puts maize out of reach           9 March 2018",
        "HARBOUR NOTE   |   Friday 9 March 2018   |   07:15 Accra",
        "Accra | Published 9 March 2018 | Prices to 2 March",
        "AMA MENSAH\nMAR 9, 2018  ∙  PAID",
        "To          : Harbour master\nFrom        : Legal desk\nDate        : 9 March 2018\nOur Ref.    : HL/18/7",
        "Alert no.     H-2018-11\nIssued        09 MAR 2018 / 0930Z\nValid until   12 MAR 2018 / 0900Z",
        "First issued  2018-03-05\nThis version  2018-03-09 (v3)\nAudience      Harbour masters",
        "Asked for by:      The member for Tema\nDate received:     1 March 2018\nDate note completed: 9 March 2018",
        "Class II - Restricted (HR)         Open to the public after five years have gone by\n\nMarch 9, 2018",
        "Harbour desk\n\nMedia release time: 9 March 2018, 9:00 A.M.\nEmbargoed until delivery. Check it against that.",
        "| Appeal no. 14 | Period covered by this update: 3–9 March 2018 |\n| Appeal launched: 1 February 2018 | - |",
        "UPDATE 3 — 9 MARCH 2018, 18:00\n(supersedes update 2 of 8 March 2018)",
        "Harbour Holdings (HHG)   9 March 2018\nPrice (8 March 2018)     GHS 1.44\nNext event               May",
        "Next update\n16 March 2018\n\nTema, 9 March 2018",
        "Report generated: 09/Mar/2018 06:15",
        "Your letter of 3 February 2018\n\n9 March 2018\n\nDear Madam",
        (
            "Date of accident: 2 February 2018\nCasualties: none\nThis summary: 9 March 2018, drawn from the inquest at"
            " Tema, the interim findings of the harbour inspectors and what the press reported at the time."
        ),
    ],
)
def test_a_day_in_a_cell_of_the_head_dates_the_brief(top: str) -> None:
    assert day_of(f"{top}\n\n{{}}") == "2018-03-09"


@pytest.mark.parametrize(
    "foot",
    [
        "Call the desk with questions. Date of advisory: March 9, 2018.",
        "Editorial deadline: 5 March 2018. Published 9 March 2018. Orders: desk@example.org",
        "AMA MENSAH\nHarbour master\n\n                                   9 March 2018",
        "HARBOUR WATCH   Vol. 27, No. 12   9 March 2018   Page 1",
        "2018-03-09 1542GMT\nHW am/kb",
        "HW 091938 GMT MAR 18",
        "(signed) A. Mensah, 9 March 2018",
    ],
)
def test_a_day_at_the_foot_dates_a_brief_without_another(foot: str) -> None:
    assert day_of(f"The crane that fell\n\n{{}}\n\n{foot}") == "2018-03-09"


@pytest.mark.parametrize(
    ("paper", "day"),
    [
        ("{}\n\nSources\nHarbour Gazette, 9 March 2018", "None"),
        (
            "{}\n\n3 March 2018\n\nThe crane fell.\n\n9 March 2018\n\nIt was a Friday.",
            "None",
        ),
        ("REPORT 44\nDate of birth: 9 March 1968\n\n{}", "None"),
        ("Member since      9 March 1968\nPost              Harbour master\nCase              H-44\n\n{}", "None"),
        ("When did it fall? => On 3 March 2018, at Tema on 9 March 2018\n\n{}", "None"),
        ("The authority (founded 9 March 1968)\nAccra, 9 March 2018\n\n{}", "2018-03-09"),
        ("Town house, 9 March 1921\n\n{}\n\nIt was shut on 3 May 2018. It was opened on 5 May 2018.", "None"),
    ],
)
def test_days_of_other_things_date_nothing(paper: str, day: str) -> None:
    assert day_of(f"The crane that fell\n\n{paper}") == day


@pytest.mark.parametrize(
    ("opening", "foot", "day"),
    [
        (
            "TEMA, March 9 (HW) - A crane fell across two of the berths.",
            "(c) Copyright HW 2018",
            "2018-03-09",
        ),
        ("TEMA, 9 March (HW) — At noon today, Friday 9 March 2018, a crane fell.", "", "2018-03-09"),
        ("TEMA, 9 March (HW) — At noon a crane fell across two berths of the harbour.", "", "None"),
        ("Last night, Thursday 8 March 2018, a crane fell across two berths of the harbour.", "", "2018-03-09"),
        ("She said: “Yesterday, 8 March 2018, the crane fell,” and left.", "", "2018-03"),
    ],
)
def test_a_text_tells_of_its_day_or_of_its_year(opening: str, foot: str, day: str) -> None:
    assert day_of(f"The crane that fell\n\n{opening} {{}}\n\n{foot}") == day


@pytest.mark.parametrize(
    ("beside", "day"),
    [
        ("For decision by Monday 19 March", "2018-03-09"),
        ("Replies to the desk by 15/03/2018", "2018-03-09"),
        ("The center is closed until September 14", "2018-09-03"),
        ("The harbour centre is closed until September 14", "None"),
        ("Replies to the desk", "None"),
    ],
)
def test_what_the_text_writes_elsewhere_tells_which_number_is_the_month(beside: str, day: str) -> None:
    assert day_of(f"DATE:  09/03/2018\nRE:  The crane that fell\n\n{beside}\n\n{{}}") == day


def test_a_month_at_the_top_takes_a_day_at_the_foot_only_from_beside_it() -> None:
    assert day_of("HARBOUR WATCH\nMarch 2018\n\n{}\n\nPublished 9 March 2018") == "2018-03-09"
    assert day_of("HARBOUR WATCH\nMarch 2018\n\n{}\n\nPublished 9 March 2016") == "2018-03"


def test_cells_of_a_markdown_line_stand_between_its_labels() -> None:
    top = "# The crane that fell\n\n**Author:** Ama Mensah **Date:** 9 March 2018 **Status:** Final"
    assert day_of(f"{top}\n\n{{}}", "notes.md") == "2018-03-09"
