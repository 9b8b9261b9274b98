"""How well and how fast passages are found: planted reuse, viral passages, labelled pairs."""
