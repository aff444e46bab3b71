"""The doctor: what is wrong with all that is a person's, and what to do about it."""
