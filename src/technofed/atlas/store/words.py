"""Words for full-text search: one form for every spelling, one token for every Han character.

SQLite's plain tokenizer takes a run of Chinese for one word and so never finds 生成式 in
生成式人工智能服务管理暂行办法. Each Han character is therefore set apart by spaces, in the text
and in the question, and a run of them is asked for as a phrase: any part of a name is
found, and any SQLite can open the file.
"""

import re
import unicodedata

from technofed._base.errors import QuestionUnclearError

_HAN = re.compile("([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
_TERM = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
_TOKEN = re.compile(r"[^\W_]+")


def searchable(text: str) -> str:
    """Text as it is indexed.

    >>> searchable("ＡＩ Café 生成式")
    'ai café  生  成  式 '
    """
    return _HAN.sub(r" \1 ", unicodedata.normalize("NFKC", text).casefold())


def match_expression(question: str) -> str:
    """The question in FTS5's language: every word must occur, ``-word`` must not.

    ``"two words"`` asks for a phrase, ``discriminat*`` for a beginning.

    Raises:
        QuestionUnclearError: There is no word in it to look for.

    >>> match_expression('"algorithmic discrimination" 生成式 -draft* priva*')
    '"algorithmic discrimination" AND "生 成 式" AND "priva" * NOT "draft" *'
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in _TERM.findall(question):
        asked = phrase or word
        tokens = _TOKEN.findall(searchable(asked))
        if tokens:
            star = " *" if word.endswith("*") else ""
            (unwanted if minus else wanted).append(f'"{" ".join(tokens)}"{star}')
    if not wanted:
        raise QuestionUnclearError(
            "there is no word to look for",
            where=question,
            fix='ask for words, such as: technofed search "algorithmic discrimination"',
        )
    return " NOT ".join([" AND ".join(wanted), *unwanted])
