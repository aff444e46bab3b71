"""What stands in the middle of the page: lobby, question, answer, boards."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.decks.markings import normal
from trainer.drill.page.forms import answer_form, pass_form
from trainer.drill.page.markup import esc, foreign, lines
from trainer.drill.rules import Style
from trainer.drill.scoreboard import Standing
from trainer.drill.sight import Asked, Common, Mine, Revealed
from trainer.drill.spread import MOST_LINES, Share
from trainer.drill.state import Phase
from trainer.drill.verdict import Verdict
from trainer.text import counted

_HEAD = '<h2 id="head" tabindex="-1">{}</h2>'
MINE = '<div id="mine"></div>'
"""Where a player's own part goes in a view that all share."""
_SAID = {
    Verdict.RIGHT: "That is right.",
    Verdict.NEARLY: "That is nearly right.",
    Verdict.PARTLY: "That is partly right.",
    Verdict.WRONG: "That is wrong.",
}


def shared_view(common: Common, mine: Mine) -> str:
    """The part that most players share; of `mine` only what is open to the player is looked at."""
    if common.asked is None:
        return lobby(mine)
    if common.revealed is not None:
        if common.phase is Phase.ENDED:
            return lines(
                _HEAD.format("The drill is over."), MINE, boards(common), _closed(common.asked, common.revealed)
            )
        return lines(boards(common), reveal(common.asked, common.revealed))
    return question(common, common.asked, mine)


def lobby(mine: Mine) -> str:
    """Before the first question."""
    team = f" in team {foreign(mine.team, 'strong')}" if mine.team else ""
    return lines(
        f'<h2 id="head" tabindex="-1">You are in, {foreign(mine.name)}{team}.</h2>',
        "<p>The first question appears here as soon as the host begins. Leave this page open.</p>",
    )


def question(common: Common, asked: Asked, mine: Mine) -> str:
    """A question that is open, or waits."""
    paused = common.phase is Phase.PAUSED
    return lines(
        _number(asked),
        f'<h2 id="head" tabindex="-1" dir="auto">{esc(asked.prompt)}</h2>',
        '<p class="note">The host has stopped the clock.</p>' if paused else "",
        _floor(common, mine),
        answer_form(asked, mine, sure=common.sure),
        pass_form(asked) if mine.may_answer and common.style is not Style.TOGETHER else "",
        _given(mine),
    )


def reveal(asked: Asked, revealed: Revealed) -> str:
    """A question that is closed: what is right, what became of one's own answer, and why."""
    return lines(
        _number(asked),
        f'<h2 id="head" tabindex="-1" dir="auto">{esc(asked.prompt)}</h2>',
        _answer(revealed),
        MINE,
        _source(revealed),
        spread_list(revealed),
    )


def _closed(asked: Asked, revealed: Revealed) -> str:
    """The last question, below the boards at the end."""
    return lines(
        _number(asked),
        foreign(asked.prompt, "h3"),
        _answer(revealed),
        _source(revealed),
        spread_list(revealed),
    )


def _answer(revealed: Revealed) -> str:
    void = '<p class="note">This question does not count.</p>' if revealed.void else ""
    return lines(f'<p class="answer">Answer: {foreign(revealed.answer, "strong")}</p>', void)


def _source(revealed: Revealed) -> str:
    """The sentence that says so, as of when, according to whom, and where it stands."""
    return lines(
        foreign(revealed.sentence, "blockquote") if revealed.sentence else "",
        foreign(revealed.source, "p", 'class="source"') if revealed.source else "",
    )


def spread_list(revealed: Revealed) -> str:
    """Each answer with how many gave it."""
    shown = revealed.shares[:MOST_LINES]
    rest = sum(share.count for share in revealed.shares[MOST_LINES:])
    rows = [_share(share, revealed.players) for share in shown]
    rows += [f"<li>{rest} said something else</li>"] if rest else []
    return f'<h3>What was answered</h3>\n<ul class="spread">{"".join(rows)}</ul>' if rows else ""


def _share(share: Share, players: int) -> str:
    mark = '<b class="right">right</b> ' if share.credit >= 1.0 else ""
    meter = f'<meter min="0" max="{max(players, 1)}" value="{share.count}" aria-hidden="true"></meter>'
    return f"<li>{mark}{foreign(share.text)} <span>{share.count} of {players}</span>{meter}</li>"


def mine_view(common: Common, mine: Mine) -> str:
    """What a closed question came to for one player, and where the player stands."""
    if common.revealed is None or common.asked is None:
        return ""
    if common.phase is Phase.ENDED:
        has_missed = mine.standing is None or mine.standing.right < mine.standing.asked
        return lines(_place(mine), _misses() if has_missed else "<p>You missed nothing.</p>")
    return lines(_came_to(mine), _place(mine))


def _came_to(mine: Mine) -> str:
    if mine.part is None:
        return ""
    if mine.part.answer is None:
        return "<p>You gave no answer.</p>"
    answer = mine.part.answer
    is_right = mine.part.credit >= 1.0
    verdict = "That is right." if is_right else _SAID[answer.verdict]
    remark = f" {foreign(_sentence(answer.remark))}" if answer.remark else ""
    sure = f" You were {answer.confidence} percent sure." if answer.confidence is not None else ""
    kind = "is-right" if is_right else "is-partly" if mine.part.credit > 0 else "is-wrong"
    return (
        f'<p class="came-to {kind}"><strong>{verdict}</strong> You said {foreign(answer.given, "q")}.{remark}{sure} '
        f"{counted(mine.part.points, 'point')}.</p>"
    )


def _sentence(remark: str) -> str:
    """A grader's remark as a sentence."""
    return f"{remark[:1].upper()}{remark[1:]}".rstrip(".") + "."


def _place(mine: Mine) -> str:
    line = mine.standing
    if line is None:
        return ""
    brier = f", Brier score {line.brier:.2f} (0 is best)" if line.brier is not None else ""
    right = f"{round(line.right, 1):g} of {line.asked} right"
    return f'<p class="place">You have {counted(line.points, "point")}, {right}{brier}. Place {line.place}.</p>'


def _misses() -> str:
    return (
        '<p class="misses">Take home what you missed: <a href="/misses.apkg" download>for Anki</a> '
        '<a href="/misses.toml" download>as a deck of the trainer</a></p>'
    )


def boards(common: Common) -> str:
    """Who stands where; empty while the boards are down."""
    return lines(board("Teams", common.team_board), board("Players", common.board))


def board(title: str, places: Sequence[Standing]) -> str:
    """One board as a table."""
    if not places:
        return ""
    rows = "".join(
        f"<tr><td>{line.place}</td><td>{foreign(line.name)}</td><td>{line.points}</td>"
        f"<td>{round(line.right, 1):g} of {line.asked}</td></tr>"
        for line in places
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Place", "Name", "Points", "Right"))
    return f"<table><caption>{esc(title)}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _number(asked: Asked) -> str:
    marking = f' <span class="marking">{esc(normal(asked.marking))}</span>' if asked.marking else ""
    return f'<p class="number">Question {asked.index + 1} of {asked.of}{marking}</p>'


def _floor(common: Common, mine: Mine) -> str:
    if common.floor and not mine.may_answer and mine.given is None:
        return f'<p class="note">It is the turn of {foreign(common.floor)}.</p>'
    return ""


def _given(mine: Mine) -> str:
    if mine.given is not None:
        return (
            f'<p class="saved">Your answer is saved: {foreign(mine.given, "strong")}</p>'
            "<p>What is right is shown once everybody has answered or the time is over.</p>"
        )
    return '<p class="note">You let this question go.</p>' if mine.passed else ""
