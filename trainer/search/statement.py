"""Trees to SQL over the shelf and the log: all of this room's SQL, but for the frame that it stands in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from trainer.errors import SearchRefused
from trainer.reviews.review import DAY_MS, first_id
from trainer.reviews.rows import STANDS
from trainer.schedule.forgetting import Forgetting
from trainer.search.ground import Ground, held, whole, word
from trainer.search.tree import (
    AsOf,
    Compared,
    Edited,
    Either,
    Every,
    Field,
    Flagged,
    Has,
    Introduced,
    Is,
    Matches,
    Node,
    Not,
    OfKind,
    Pattern,
    Property,
    Rated,
    Says,
    SaysWord,
    State,
)

_STATUS = "coalesce(c.body ->> '$.status', 'current')"
_FREE = "not s.suspended and s.buried_until <= ?1 and s.listed"
_STATES = {
    State.NEW: "coalesce(s.stage, 'new') = 'new'",
    State.LEARN: "s.stage in ('learning', 'relearning')",
    State.REVIEW: "s.stage in ('reviewing', 'relearning')",
    State.DUE: f"{_FREE} and (s.stage = 'reviewing' and s.due <= ?1 or s.stage in ('learning', 'relearning') "
    f"and (s.due <= ?2 or ?1 >= s.last_day + max(1, (s.due - s.last_ms + {DAY_MS - 1}) / {DAY_MS})))",
    State.SUSPENDED: "s.suspended",
    State.BURIED: "s.buried_until > ?1",
    State.LEECH: "s.leech",
    State.OVERCONFIDENT: "s.overconfident",
    State.SUPERSEDED: f"{_STATUS} = 'superseded'",
    State.RETIRED: f"{_STATUS} = 'retired'",
    State.CONFLICT: "c.body ->> '$.conflicts_with' is not null",
}
_COLUMNS = {
    Property.STABILITY: ("s.stability", "s.stability > 0"),
    Property.DIFFICULTY: ("s.difficulty", "s.stability > 0"),
    Property.INTERVAL: ("s.interval_days", "s.stage = 'reviewing'"),
    Property.DUE: ("s.due - ?1", "s.stage = 'reviewing'"),
    Property.LAPSES: ("coalesce(s.lapses, 0)", "1"),
    Property.REPS: ("coalesce(s.reps, 0)", "1"),
}
"""What is compared, and for which cards."""
_PRECISION = {Property.STABILITY: 1, Property.DIFFICULTY: 1}
"""Digits after the point at which a number is shown, and so the ones that `=` means."""
_TAGS = "coalesce(c.body ->> '$.tags', '')"
_ATTRIBUTION = "coalesce(c.body ->> '$.attribution', '')"
_MAY_HOLD = "(octet_length({text}) > length({text}) or {text} like ?)"
"""Whether an expression is worth trying: a text of ASCII alone is sooner looked through by the database."""
_TEXTS = {
    Field.ID: "is_found(?, c.card)",
    Field.TAG: f"{_MAY_HOLD.format(text=_TAGS)} and "
    "exists (select 1 from json_each(c.body, '$.tags') as tag where is_found(?, tag.value))",
    Field.MARKING: "is_found(?, marking(c.deck, c.body ->> '$.source[0]', c.body ->> '$.marking'))",
    Field.ATTRIBUTION: f"{_MAY_HOLD.format(text=_ATTRIBUTION)} and is_found(?, {_ATTRIBUTION})",
}
"""Which text an expression is tried on."""
_LIKE = str.maketrans({"%": r"\%", "_": r"\_", "\\": r"\\"})


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on the rows `c` of deck_card and `s` of card_state; ?1 is the study day, ?2 now in milliseconds."""

    sql: str
    values: tuple[Any, ...] = ()
    """For the plain question marks in it, in order."""


def condition(node: Node, ground: Ground) -> Condition:
    """What the cards of a query have in common. Raises SearchRefused: no deck or brief of that name."""
    match node:
        case Every() | Either() | Not():
            return _joint(node, ground)
        case Says() | SaysWord() | Matches():
            return _text(node)
        case Has(field, pattern, at):
            return _has(field, pattern, at, ground)
        case Compared(name, operator, number):
            is_recall = name is Property.RECALL
            return _recall(operator, number, ground) if is_recall else _compared(name, operator, number)
        case Introduced() | Rated() | Edited():
            return _of_late(node, ground)
        case _:
            return _of_card(node, ground)


def _joint(node: Every | Either | Not, ground: Ground) -> Condition:
    """Parts joined; what the database does not know of a card does not hold for it."""
    match node:
        case Every(parts):
            return _joined(" and ", [condition(part, ground) for part in parts], "1")
        case Either(parts):
            return _joined(" or ", [condition(part, ground) for part in parts], "0")
        case Not(part):
            inner = condition(part, ground)
            return Condition(f"not coalesce({inner.sql}, 0)", inner.values)


def _joined(joint: str, parts: Iterable[Condition], nothing: str) -> Condition:
    found = list(parts)
    sql = joint.join(part.sql for part in found) or nothing
    return Condition(f"({sql})", tuple(value for part in found for value in part.values))


def _text(node: Says | SaysWord | Matches) -> Condition:
    """What the question or the answer says."""
    match node:
        case Says(pattern):
            return _joined(" or ", [_holds("c.asked", pattern), _holds("c.answered", pattern)], "0")
        case SaysWord(pattern):
            longest = max(pattern.parts, key=len)
            sql = "(instr(c.asked, ?) and is_found(?, c.asked) or instr(c.answered, ?) and is_found(?, c.answered))"
            return Condition(sql, (longest, word(pattern)) * 2)
        case Matches(expression):
            question, answer = "c.body ->> '$.question'", "c.body ->> '$.answer'"
            return Condition(f"(is_match(?, {question}) or is_match(?, {answer}))", (expression, expression))


def _holds(column: str, pattern: Pattern) -> Condition:
    """A folded text that holds the pattern."""
    if pattern.plain is not None:
        return Condition(f"instr({column}, ?)", (pattern.plain,))
    like = f"%{'%'.join(part.translate(_LIKE) for part in pattern.parts)}%"
    return Condition(rf"{column} like ? escape '\'", (like,))


def _source(pattern: Pattern) -> Condition:
    """What the sentence says; nothing finds cards without one, and a star those with one."""
    if not any(pattern.parts):
        return Condition("c.told = ''" if pattern.plain is not None else "c.told <> ''")
    return _holds("c.told", pattern)


def _has(field: Field, pattern: Pattern, at: int, ground: Ground) -> Condition:
    """What stands in one of the card's texts."""
    if field in {Field.NOTE, Field.SOURCE}:
        return _note(pattern) if field is Field.NOTE else _source(pattern)
    if field in {Field.DECK, Field.BRIEF}:
        return _among(field, pattern, at, ground)
    if field is Field.TAG and pattern.plain == "none":
        return Condition("c.body ->> '$.tags' is null")
    if field in {Field.ID, Field.MARKING}:
        return Condition(_TEXTS[field], (whole(pattern),))
    longest = max(pattern.parts, key=len)
    like = f"%{longest.replace(' ', '%')}%" if longest.isalnum() or " " in longest else "%"
    return Condition(f"({_TEXTS[field]})", (like, whole(pattern, tree=True) if field is Field.TAG else held(pattern)))


def _among(field: Field, pattern: Pattern, at: int, ground: Ground) -> Condition:
    """Cards of the decks or the briefs of a name. Raises SearchRefused where one without stars names none."""
    if field is Field.DECK:
        column, found = "c.deck", ground.decks_named(pattern)
    else:
        column = "c.deck || char(31) || (c.body ->> '$.source[0]')"
        found = [f"{deck}\x1f{brief}" for deck, brief in ground.briefs_named(pattern)]
    if not found and pattern.plain is not None:
        name = pattern.plain[:40]
        remedy = f"Write {field}:{name.replace(' ', '*')}* for all that begin so."
        raise SearchRefused(f"no {field} is called {name!r}.", at=at, remedy=remedy)
    return Condition(f"{column} in (select value from json_each(?))", (json.dumps(found),))


def _note(pattern: Pattern) -> Condition:
    """Cards with a note; a note that was emptied is none."""
    last = "select deck, card, body, max(seq) from log where kind = 'remark' and " + STANDS + " group by deck, card"
    told = f"(c.deck, c.card) in (select deck, card from ({last}) where is_found(?, body ->> '$.text'))"
    if pattern.parts == ("",):
        return Condition(f"not {told}", (".",))
    return Condition(told, (held(pattern),))


def _of_card(node: Node, ground: Ground) -> Condition:
    """What is said of the card itself."""
    match node:
        case OfKind(kinds):
            kind = "coalesce(c.body ->> '$.kind', 'what')"
            return Condition(f"{kind} in (select value from json_each(?))", (json.dumps(kinds),))
        case Is(State.DUPE):
            sql = "(c.deck, c.card) in (select value ->> 0, value ->> 1 from json_each(?))"
            return Condition(sql, (json.dumps(sorted(ground.twins)),))
        case Is(state):
            return Condition(f"({_STATES[state]})")
        case Flagged(flag):
            return Condition("coalesce(s.flag, 0) = ?", (flag,))
        case AsOf(operator, date):
            sql = f"(c.body ->> '$.as_of' is not null and substr(c.body ->> '$.as_of', 1, ?) {operator} ?)"
            return Condition(sql, (len(date), date))
        case _:
            raise AssertionError(node)


def _of_late(node: Introduced | Rated | Edited, ground: Ground) -> Condition:
    """What was done to the card within some days."""
    match node:
        case Introduced(days):
            return Condition("(s.first_day > ? and s.first_day <= ?1)", (ground.day - days,))
        case Rated(days, rating):
            return _logged("kind in ('review', 'practice') and (? in (0, rating))", "card", days, ground, rating)
        case Edited(days):
            topic = "kind = 'note' and body ->> '$.topic' = ?"
            return _logged(topic, "body ->> '$.card'", days, ground, "edit")


def _logged(what: str, card: str, days: int, ground: Ground, value: Any) -> Condition:
    """Cards of which the log says something in the last days; only its end is looked at."""
    since = first_id((ground.day - days - 1) * DAY_MS)
    sql = f"(c.deck, c.card) in (select deck, {card} from log where id >= ? and day > ? and {what} and {STANDS})"
    return Condition(sql, (since, ground.day - days, value))


def _compared(name: Property, operator: str, number: float) -> Condition:
    column, where = _COLUMNS[name]
    if operator in {"=", "!="} and name in _PRECISION:
        column = f"round({column}, {_PRECISION[name]})"
    return Condition(f"({where} and {column} {operator} ?)", (number,))


def _recall(operator: str, number: float, ground: Ground) -> Condition:
    """Recall falls with days over stability, so that the database compares those; `=` means to the percent."""
    if operator in {"=", "!="}:
        both = (_recall(">=", number - 0.005, ground), _recall("<", number + 0.005, ground))
        same = _joined(" and ", both, "1")
        return same if operator == "=" else Condition(f"(s.stability > 0 and not {same.sql})", same.values)
    parts, values = [], []
    against = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}[operator]
    for deck, options in ground.options.items():
        parts.append(f"c.deck = ? and max(0, ?1 - s.last_day) / s.stability {against} ?")
        values += [deck, _stabilities_until(number, Forgetting.of(options.parameters))]
    return Condition(f"(s.stability > 0 and ({' or '.join(parts) or '0'}))", tuple(values))


def _stabilities_until(recall: float, curve: Forgetting) -> float:
    """When recall has fallen so far, as a multiple of stability: before any time for more than all, never for none."""
    if recall > 1:
        return -1.0
    return curve.stabilities_until(recall) if recall > 0 else 1e300
