"""What a sentence says on its face: its words, names, dates, numbers, acronyms and clauses."""
