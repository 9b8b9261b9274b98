"""The vocabulary of the field as typed, immutable records, and three-valued logic. No I/O."""
