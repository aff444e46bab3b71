"""Searching cards in the words of Anki's browser: a query is read into a tree, and the tree asked of the database."""

from trainer.search.find import AS_IN_DECKS, Order, SortBy, find
from trainer.search.ground import Ground
from trainer.search.parse import parse_query
from trainer.search.tree import Node

__all__ = ["AS_IN_DECKS", "Ground", "Node", "Order", "SortBy", "find", "parse_query"]
