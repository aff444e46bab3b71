"""A day on the command line."""

from __future__ import annotations

import datetime as dt

import click


def named_day(_context: click.Context, _option: click.Parameter, value: str | None) -> dt.date | None:
    """The date that an option names, as ISO 8601 writes it; anything else is wrong usage."""
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d").date() if value is not None else None  # noqa: DTZ007 - no zone
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date. Write it as 2026-12-03.") from None
