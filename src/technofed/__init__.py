"""Who governs an AI undertaking, by which rules, and from when.

The public functions live in :mod:`technofed.api`.
"""
