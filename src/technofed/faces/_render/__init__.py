"""Answers as text, Markdown, HTML and JSON; the only thing the faces share."""
