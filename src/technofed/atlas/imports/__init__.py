"""Reads what users bring: corpora of texts, in their own formats. Counts what was wrong with it."""
