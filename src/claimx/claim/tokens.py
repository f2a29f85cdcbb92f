"""Tokens: the words of a sentence, with every quantity and every period one token of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from claimx.claim.lexeme import Lexeme


class Class:
    """What a token can do in a noun phrase or a statement.

    An enumeration in all but its look-ups: in Python 3.11 to find a member of an ``Enum`` takes several
    times as long as to compare it, and every step through a sentence names some.
    """

    __slots__ = ("name",)

    QUANTITY: ClassVar[Class]
    PERIOD: ClassVar[Class]
    NOMINAL: ClassVar[Class]  # may stand in a noun phrase
    VERB: ClassVar[Class]
    ADVERB: ClassVar[Class]  # may stand between a measure and its figure: 约, 仅, 已, 也
    PREPOSITION: ClassVar[Class]
    OF: ClassVar[Class]  # 的, 之
    AND: ClassVar[Class]  # 、 和 与 及
    PRONOUN: ClassVar[Class]
    MARK: ClassVar[Class]  # punctuation that ends a phrase
    QUOTE: ClassVar[Class]  # quotation marks and book-title marks: part of names
    OTHER: ClassVar[Class]

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Class.{self.name}"


for _name in Class.__annotations__:
    setattr(Class, _name, Class(_name))


@dataclass(slots=True, eq=False)
class Token:
    """A token at half-open offsets of the block's normalised text; not changed once built.

    Not a tuple: Python reads a slot several times as fast as a named tuple's field.
    """

    start: int
    end: int
    text: str
    tag: str
    cls: Class
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


def classify(text: str, tag: str) -> Class:
    """The class of a word by its form first and its part of speech second."""
    if text in _AND:
        return Class.AND
    if text in _OF:
        return Class.OF
    if text in _QUOTE:
        return Class.QUOTE
    if text in _ET_CETERA:
        return Class.NOMINAL
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
