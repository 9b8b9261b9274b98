"""Reads what users bring, in their own formats: offline, with every fault named or counted."""
