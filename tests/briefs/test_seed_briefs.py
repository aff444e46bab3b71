"""The briefs that come with the project are read whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.briefs import Form, read_brief

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    ("name", "id_", "date", "forms"),
    [
        ("mali-minusma.md", "mali-2023-06", "2023-06-21", {Form.BULLET, Form.PARAGRAPH}),
        ("colonial-pipeline.md", "colonial-pipeline-2021-06", "2021-06-09", set(Form)),
        ("turkiye-syria-earthquakes.md", "turkiye-syria-2023-02", "2023-02-20", {Form.NUMBERED, Form.PARAGRAPH}),
    ],
)
def test_a_seed_brief_is_read_without_a_finding(name: str, id_: str, date: str, forms: set[Form]) -> None:
    brief, findings = read_brief(SEEDS / name)
    assert (brief.id, str(brief.date), brief.publisher) == (id_, date, "Trainer seed briefs")
    assert brief.marking == "TLP:CLEAR"
    assert {passage.form for passage in brief.passages} == forms
    assert findings == ()


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.md")), ids=lambda path: path.name)
def test_a_seed_brief_is_short_and_every_passage_ends_as_a_sentence(path: Path) -> None:
    brief, _ = read_brief(path)
    words = sum(len(passage.text.split()) for passage in brief.passages)
    assert 400 <= words <= 900
    assert [passage.text for passage in brief.passages if not passage.text.endswith(".")] == []
