"""Our cards as receivers meet them: rendered by Anki's library, measured in Chromium at the sizes of phone and desk."""

from __future__ import annotations

import json

import pytest
from chromium import Chromium, needs_chromium
from shown import CARDS, MARKINGS, PLAIN, SENTENCE, page, shown

pytestmark = [pytest.mark.long, needs_chromium]

SIZES = [(320, 640), (390, 844), (1280, 800)]
each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
MEASURE = """(() => {
  const rgba = text => { const n = text.match(/[\\d.]+/g).map(Number); return [n[0], n[1], n[2], n[3] ?? 1]; };
  const over = (top, under) => top.slice(0, 3).map((c, i) => c * top[3] + under[i] * (1 - top[3]));
  const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const behind = e => e ? over(rgba(getComputedStyle(e).backgroundColor), behind(e.parentElement)) : [255, 255, 255];
  const contrast = e => { const under = behind(e), text = over(rgba(getComputedStyle(e).color), under);
    const [a, b] = [light(under), light(text)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
  const seen = e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0 && e.checkVisibility(); };
  const all = [...document.body.querySelectorAll('*')].filter(e => e.tagName !== 'STYLE' && seen(e));
  const worded = all.filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
  const box = e => { const r = e.getBoundingClientRect(); return [r.top, r.bottom, r.left, r.right]; };
  return {
    wide: document.documentElement.scrollWidth - innerWidth,
    outside: all.filter(e => box(e)[2] < 0 || box(e)[3] > innerWidth).map(e => e.outerHTML.slice(0, 80)),
    faint: worded.filter(e => contrast(e) < 4.5).map(e => [contrast(e), e.outerHTML.slice(0, 80)]),
    words: worded.length,
    markings: all.filter(e => e.matches('.marking')).map(e => [e.innerText, ...box(e)]),
    targets: all.filter(e => e.matches('summary, .options li, input')).map(e => [e.tagName, box(e)[1] - box(e)[0]]),
    small: worded.filter(e => parseFloat(getComputedStyle(e).fontSize) < 12).map(e => e.outerHTML.slice(0, 80)),
    text: document.body.innerText,
  };
})()"""
OPEN = "document.querySelectorAll('details').forEach(each => { each.open = true; })"


@pytest.fixture
async def chromium(tmp_path):
    async with Chromium(tmp_path / "chromium") as chromium:
        yield chromium


async def measured(tab, side, *, night, opened=True):
    """What a side comes to on the page, with everything opened that a tap opens."""
    frame = (await tab.send("Page.getFrameTree"))["frameTree"]["frame"]["id"]
    await tab.send("Page.setDocumentContent", frameId=frame, html=page(side, night=night))
    await tab.until_so("[...document.images].every(each => each.complete)")
    if opened:
        await tab.run(OPEN)
    return await tab.run(MEASURE)


@pytest.mark.parametrize("night", [False, True], ids=["light", "night"])
@each_size
async def test_every_card_can_be_read_at_every_size(chromium, receiver, tmp_path, size, night):
    tab = await chromium.tab(*size, scripts=False)
    for name, sides in shown(receiver, tmp_path).items():
        for side in (sides.question, sides.answer):
            found = await measured(tab, side, night=night)
            said = json.dumps([name, found], indent=1)
            assert found["wide"] <= 0, said
            assert (found["outside"], found["faint"], found["small"]) == ([], [], []), said
            assert found["words"] >= 4, said
            assert all(high >= 40 for _, high in found["targets"]), said


@each_size
async def test_the_marking_is_in_view_on_both_sides_and_ends_the_answer(chromium, receiver, tmp_path, size):
    tab = await chromium.tab(*size)
    for sides in shown(receiver, tmp_path).values():
        for side, count in ((sides.question, 1), (sides.answer, 2)):
            found = await measured(tab, side, night=False)
            assert [words for words, *_ in found["markings"]] == ["TLP:AMBER"] * count
            _, top, bottom, left, right = found["markings"][0]
            assert 0 <= top < bottom < 100
            assert abs((left + right) / 2 - size[0] / 2) < 12
            assert found["text"].rstrip().endswith("TLP:AMBER") == (count == 2)


@pytest.mark.parametrize("marking", MARKINGS)
async def test_every_marking_can_be_told_from_its_ground(chromium, receiver, tmp_path, marking):
    tab = await chromium.tab()
    [sides] = shown(receiver, tmp_path, (PLAIN,), marking).values()
    for night in (False, True):
        found = await measured(tab, sides.answer, night=night)
        assert [words for words, *_ in found["markings"]] == [marking] * 2
        assert found["faint"] == []


async def test_the_source_waits_for_the_answer_and_options_and_box_for_a_tap(chromium, receiver, tmp_path):
    tab = await chromium.tab()
    for card in CARDS:
        sides = shown(receiver, tmp_path)[card.id]
        closed = await measured(tab, sides.question, night=False, opened=False)
        opened = await measured(tab, sides.question, night=False)
        answer = await measured(tab, sides.answer, night=False)
        told = card.source.sentence if card.source else ""
        assert not told or (told in answer["text"] and SENTENCE not in opened["text"])
        assert [tag for tag, _ in closed["targets"]] == ["SUMMARY"] * (1 + bool(card.distractors))
        assert all(option not in closed["text"] for option in card.distractors)
        assert all(option in opened["text"] for option in card.distractors)


async def test_options_open_by_a_tap_where_no_script_may_run(chromium, receiver, tmp_path):
    tab = await chromium.tab(scripts=False)
    sides = shown(receiver, tmp_path)["choice"]
    await measured(tab, sides.question, night=False, opened=False)
    await tab.click("document.querySelector('.options summary')")
    await tab.until("148")
    letters = await tab.run("getComputedStyle(document.querySelector('.options li'), '::before').content")

    assert letters == "counter(option, upper-alpha)"


async def test_what_was_typed_is_compared_on_the_answer_alone(chromium, receiver, tmp_path):
    tab = await chromium.tab()
    sides = shown(receiver, tmp_path)["basic"]
    question = await measured(tab, sides.question, night=False)
    answer = await measured(tab, sides.answer, night=False)

    assert [tag for tag, _ in question["targets"]] == ["SUMMARY", "INPUT"]
    assert "Bamako" not in question["text"]
    assert "Bamaco and 186" in answer["text"].replace("-", "")


async def test_what_is_faint_small_low_or_too_wide_would_be_seen(chromium):
    tab = await chromium.tab()
    faint = "<p style='color: #bbb'>A faint text</p>"
    wide = f"<p style='white-space: nowrap'>{'far too wide ' * 20}</p><p style='width: 40rem'>too wide too</p>"
    small = "<p style='font-size: 9px'>Small print</p><details><summary>Tap</summary></details>"
    found = await measured(tab, faint + wide + small, night=False)

    assert found["wide"] > 0
    assert [len(found[name]) for name in ("faint", "outside", "small")] == [1, 1, 1]
    assert found["targets"][0][1] < 40
