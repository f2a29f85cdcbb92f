"""jieba behind our protocol: quiet, with a dictionary of its own that is loaded from a private cache."""

from __future__ import annotations

import contextlib
import io
import logging
import marshal
import sys
import warnings
from typing import TYPE_CHECKING, Any

from claimx.text.cache import cached, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class JiebaSegmenter:
    """Tags as ``jieba.posseg`` does.

    Args:
        terms: words to know, with their frequencies and tags; a high one wins over any way of cutting a word apart.

    """

    def __init__(self, terms: Iterable[tuple[str, int, str]]) -> None:
        with _quiet():
            import jieba  # noqa: PLC0415 - half a second; only when a text is to be cut
            import jieba.posseg  # noqa: PLC0415
        jieba.setLogLevel(logging.WARNING)
        tokenizer = jieba.Tokenizer()
        with tokenizer.get_dict_file() as file:
            source = file.read()
        frequencies, total, tags = _dictionary(jieba, source)
        # What Tokenizer.initialize sets, without its cache in the system's temporary directory.
        tokenizer.FREQ, tokenizer.total, tokenizer.initialized = frequencies, total, True
        for word, frequency, tag in terms:
            tokenizer.add_word(word, frequency, tag)

        class Tagger(jieba.posseg.POSTokenizer):  # type: ignore[misc]
            """Takes the tags that are loaded instead of reading the dictionary a second time."""

            def load_word_tag(self, file: Any) -> None:
                file.close()
                self.word_tag_tab = tags

        self._tokenizer = Tagger(tokenizer)

    def tag(self, text: str) -> list[tuple[str, str]]:
        """The words of the text in order, each with its part of speech."""
        return [(pair.word, pair.flag) for pair in self._tokenizer.cut(text)]


def _dictionary(jieba: Any, source: bytes) -> tuple[dict[str, int], int, dict[str, str]]:
    """Frequencies of words (0 for what only begins one), their sum, and tags."""

    def build() -> bytes:
        frequencies, total = jieba.Tokenizer.gen_pfdict(io.BytesIO(source))
        return marshal.dumps((frequencies, total, _tags(source)))

    made_by = f"{jieba.__version__} {sys.implementation.cache_tag} {marshal.version}"
    name = digest(made_by.encode(), source).hex()
    loaded: tuple[dict[str, int], int, dict[str, str]] = marshal.loads(cached(f"jieba-{name}", build))
    return loaded


def _tags(source: bytes) -> dict[str, str]:
    rows = (line.split(" ") for line in source.decode("utf-8").splitlines())
    return {row[0]: row[2] for row in rows if len(row) == 3}


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Import without the warnings of jieba's old code, and without pkg_resources.

    jieba uses that to find its files where it is installed, though a path would do; importing it takes
    longer than jieba itself and warns.
    """
    name = "pkg_resources"
    hidden = name not in sys.modules
    if hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # makes its import fail
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        if hidden:
            del sys.modules[name]
