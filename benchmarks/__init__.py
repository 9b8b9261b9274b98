"""Measurements of technofed against its limits and its peers; see README.md."""
