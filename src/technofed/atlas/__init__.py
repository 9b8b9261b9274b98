"""Reads, checks and keeps the records of law; the only layer that opens files."""
