"""The recipe of the language pipeline."""
