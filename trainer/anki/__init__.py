"""Anki and plain text: decks as packages that Anki updates in place, as tables, and as sheets to read."""
