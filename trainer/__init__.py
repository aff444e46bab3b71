"""A quiz and flashcard trainer for analysts."""

__version__ = "0.1.0"
