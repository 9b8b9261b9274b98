"""Bytes read as text, whatever their encoding; binary data refused."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOST_ODD = 0.02


class NotTextError(ValueError):
    """Bytes that are no text in any encoding tried."""


def decoded(data: bytes) -> tuple[str, str]:
    """Read bytes as text.

    UTF-8 first; UTF-16 where a mark says so; GB 18030 where most of it turns out Chinese;
    else Windows-1252. Which bytes are which encoding cannot be known, only be likely.

    Returns:
        The text, and the encoding.

    Raises:
        NotTextError: It holds NUL or many control characters: it is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding.removesuffix("-sig")
            except UnicodeDecodeError:
                break
    odd = sum(data.count(bytes([n])) for n in range(32) if n not in (9, 10, 12, 13))
    if b"\x00" in data or odd > _MOST_ODD * len(data):
        raise NotTextError
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> tuple[str, str]:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "cp1252"
    wide = [character for character in text if ord(character) > 127]  # noqa: PLR2004 (ASCII)
    han = sum("\u4e00" <= character <= "\u9fff" for character in wide)
    if han * 2 > len(wide) and len(wide) * 4 > len(text):
        return text, "gb18030"
    return data.decode("cp1252", errors="replace"), "cp1252"
