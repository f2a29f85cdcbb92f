"""rjieba behind our protocol: jieba's dictionary and algorithm in Rust."""

from __future__ import annotations

import importlib.util
import sys
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Any

from claimx.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

_SURROGATE = lazy("[\ud800-\udfff]")


class RJiebaSegmenter:
    """Tags by dictionary, unknown words by their characters.

    Args:
        terms: words to know, with their frequencies and tags; a high one wins over any way of cutting a word apart.

    """

    def __init__(self, terms: Iterable[tuple[str, int, str]]) -> None:
        self._tokenizer = _library().Jieba()
        for word, frequency, tag in terms:
            self._tokenizer.add_word(word, frequency, tag)

    def tag(self, text: str) -> list[tuple[str, str]]:
        """The words of the text in order, each with its part of speech."""
        try:
            tagged: list[tuple[str, str]] = self._tokenizer.tag(text)
        except UnicodeEncodeError:  # a lone surrogate, which is no text
            tagged = self._tokenizer.tag(_SURROGATE.sub("\ufffd", text))
        return tagged


def _library() -> Any:
    """The compiled part of rjieba, without its package.

    The package loads a dictionary for everybody as soon as it is imported. We need one of our own, for it
    gets our words; loading both would take twice the time and memory.
    """
    name = "rjieba.rjieba"
    if name in sys.modules:
        return sys.modules[name]
    package = importlib.util.find_spec("rjieba")
    spec = PathFinder.find_spec(name, package.submodule_search_locations) if package else None
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError("rjieba is not installed, or is not built as it used to be")
    # Left where the package looks for it, should somebody else import that.
    sys.modules[name] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
