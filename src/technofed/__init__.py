"""Who governs an AI undertaking, by which rules, from when, and what gives way.

The public functions live in :mod:`technofed.api`.
"""
