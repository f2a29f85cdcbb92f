"""Tokens: the words of a sentence, with every quantity and every period one token of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.claim.lexeme import Lexeme


class WordClass:
    """What a token can do in a noun phrase or a statement: one of the members of ``Class``, compared by identity."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Class.{self.name}"


class _Classes:
    """All classes of words.

    An enumeration in all but its look-ups, which every step through a sentence makes: Python finds an
    attribute of an instance several times as fast as one of a class, let alone a member of an ``Enum``.
    """

    def __init__(self) -> None:
        self.QUANTITY = WordClass("QUANTITY")
        self.PERIOD = WordClass("PERIOD")
        self.NOMINAL = WordClass("NOMINAL")  # may stand in a noun phrase
        self.VERB = WordClass("VERB")
        self.ADVERB = WordClass("ADVERB")  # may stand between a measure and its figure: 约, 仅, 已, 也
        self.PREPOSITION = WordClass("PREPOSITION")
        self.OF = WordClass("OF")  # 的, 之
        self.AND = WordClass("AND")  # 、 和 与 及
        self.PRONOUN = WordClass("PRONOUN")
        self.MARK = WordClass("MARK")  # punctuation that ends a phrase
        self.QUOTE = WordClass("QUOTE")  # quotation marks and book-title marks: part of names
        self.OTHER = WordClass("OTHER")


Class = _Classes()


@dataclass(slots=True, eq=False)
class Token:
    """A token at half-open offsets of the block's normalised text; not changed once built.

    Not a tuple: Python reads a slot several times as fast as a named tuple's field.
    """

    start: int
    end: int
    text: str
    tag: str
    cls: WordClass
    #: What is known of the word wherever it stands.
    word: Lexeme
    #: Index into the sentence's quantities or periods; -1 for words.
    ref: int = -1


_AND = frozenset("、和与及") | {"以及", "跟", "并", "或", "&", "/"}
_QUOTE = frozenset('“”‘’"「」『』《》〈〉')
# 美妆等品类: part of the phrase, though jieba calls it a particle.
_ET_CETERA = frozenset(("等", "等等"))
_OF = frozenset(("的", "之"))
# Tags of jieba that can stand inside a noun phrase. ``j`` abbreviation, ``l`` idiom-like phrase,
# ``b`` attributive, ``an``/``vn`` adjective or verb used as a noun, ``s`` place word.
_NOMINAL = frozenset(
    (
        "n",
        "nr",
        "nrt",
        "nrfg",
        "ns",
        "nt",
        "nz",
        "ng",
        "vn",
        "an",
        "j",
        "l",
        "b",
        "eng",
        "s",
        "i",
        "k",
        "h",
        "f",
        "ag",
        "a",
        "ad",
        "g",
        "zg",
        "vg",
        "tg",
    )
)
_ADVERB = frozenset(("d", "dg", "df", "ul", "uz", "ug", "y", "e", "o", "ud", "uv", "u"))
_PRONOUN = frozenset(("r", "rr", "rz", "rg"))
# Words whose tag in jieba's dictionary says little (``zg``: a word that once was several) or misleads.
_BY_FORM = {
    **dict.fromkeys(("很", "仍", "稍", "颇", "愈", "亦"), "d"),
    **dict.fromkeys(("且", "虽", "抑", "倘"), "c"),
    **dict.fromkeys(("较", "如图", "如表", "见图", "见表", "如下图", "如下表", "如上图"), "p"),
    **dict.fromkeys(("周期", "春晚", "湿地"), "n"),
    **dict.fromkeys(("助力", "赋能", "领跑", "发力"), "v"),
}


def classify(text: str, tag: str) -> WordClass:
    """The class of a word by its form first and its part of speech second."""
    if text in _AND:
        return Class.AND
    if text in _OF:
        return Class.OF
    if text in _QUOTE:
        return Class.QUOTE
    if text in _ET_CETERA:
        return Class.NOMINAL
    tag = _BY_FORM.get(text, tag)
    if tag in ("x", "w"):
        return Class.NOMINAL if text.isalnum() else Class.MARK
    if tag in _NOMINAL:
        return Class.NOMINAL
    if tag[:1] == "v":
        return Class.VERB
    if tag in _ADVERB:
        return Class.ADVERB
    if tag == "p":
        return Class.PREPOSITION
    if tag in _PRONOUN:
        return Class.PRONOUN
    if tag in ("m", "q", "mq"):
        return Class.NOMINAL
    return Class.OTHER


def is_name(token: Token) -> bool:
    """Whether a word names one particular thing: by the lexicon, or by its part of speech."""
    return token.word.is_name


def has_role(token: Token, *kinds: str) -> bool:
    """Whether a word plays one of these parts between a measure and its figure."""
    role = token.word.role
    return role is not None and role.kind in kinds
