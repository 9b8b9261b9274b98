"""The atlas as one SQLite file that can be searched."""
