"""Which proposals were dropped, by which rule, for people and for programs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from trainer.errors import Finding
from trainer.text import counted, one_line

_DROPPED = re.compile(r"dropped by (?P<rule>\w+): (?P<reason>.*)", re.DOTALL)


class Drop(NamedTuple):
    """A proposal that a rule kept from being a card."""

    rule: str
    """The rule's name."""
    reason: str
    """What is wrong, and with which question."""


def parted(findings: Iterable[Finding]) -> tuple[list[Drop], list[Finding]]:
    """What was dropped, and what else was noticed."""
    drops, others = [], []
    for finding in findings:
        told = _DROPPED.fullmatch(finding.message)
        if told:
            drops.append(Drop(told["rule"], one_line(told["reason"])))
        else:
            others.append(finding)
    return drops, others


def explained(file: str, drops: Iterable[Drop]) -> str:
    """The dropped proposals of a brief under their rules' names, the rule that dropped most first."""
    by_rule: dict[str, list[str]] = defaultdict(list)
    for drop in drops:
        by_rule[drop.rule].append(drop.reason)
    most_first = sorted(by_rule.items(), key=lambda rule: (-len(rule[1]), rule[0]))
    total = sum(map(len, by_rule.values()))
    lines = [f"{file}: {counted(total, 'proposal') if total else 'no proposal'} dropped by a rule."]
    for rule, reasons in most_first:
        lines += [f"  {rule}, {len(reasons)}:", *(f"    {reason}" for reason in reasons)]
    return "\n".join(lines)
