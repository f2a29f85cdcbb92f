"""What is known of a word wherever it stands: asked of the lexicon once a word, not once a use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimx.claim.tokens import Class, classify
from claimx.lexicon.load import table, words
from claimx.lexicon.noun_class import word_class
from claimx.lexicon.roles import adverbs, roles
from claimx.lexicon.terms import entities, head_dimension, names_group

if TYPE_CHECKING:
    from claimx.claim.tokens import WordClass
    from claimx.lexicon.roles import Role
    from claimx.lexicon.terms import Entity

# Words the dictionary tags as places that name kinds of places.
_PLACE_KINDS = ("域", "镇", "区", "城", "村", "乡", "国")
# Shopify, OpenAI, SHOPLINE, but not AI, GMV or app.
_LATIN_NAME = re.compile("[A-Z][A-Za-z]*[a-z][A-Za-z]*|[A-Z]{5,}")
NAME_TAGS = frozenset(("nr", "nrt", "nrfg", "nt", "nz", "ns"))
# 来自, 用于, 属于: what ends in these has its object behind it and is no part of a noun phrase.
_GOVERNING = "于自"
# Words with these roles can be part of a noun phrase: 研发投入, 新增会员, 占比, 增速.
_PHRASE_ROLES = frozenset(("transact", "new", "share", "rate"))
_OPEN_CLASSES = frozenset((Class.NOMINAL, Class.VERB, Class.ADVERB))
_NOUNS = frozenset((Class.NOMINAL, Class.PRONOUN))
# First letters of the tags of adjectives, adverbs and numbers, which may stand in a noun phrase too.
_NO_NOUNS = frozenset("adm")
_PHRASE_CLASSES = frozenset((Class.QUOTE, Class.OF, Class.AND, Class.PRONOUN))
# Nine in ten of the words of any article; the rarest are asked for again.
_REMEMBERED = 16_384


@dataclass(slots=True, eq=False)
class Lexeme:
    """A form with one part of speech; not changed once built."""

    text: str
    tag: str
    cls: WordClass
    #: What it says of a figure beside it.
    role: Role | None
    #: Whether it belongs to no noun phrase: an adverb before a figure, a word that joins clauses.
    is_light: bool
    entity: Entity | None
    #: Whether it names one particular thing: by the lexicon, or by its part of speech.
    is_name: bool
    #: Whether it can stand inside a noun phrase.
    in_phrase: bool
    #: The dimension of the measure it ends in, if it does.
    dimension: str | None
    #: Whether it is a noun or a pronoun; verbs, adverbs and numbers alone are nobody.
    is_noun: bool
    #: Whether it ends in a noun that ends the names of groups, categories and organisations.
    ends_group: bool


@lru_cache(maxsize=_REMEMBERED)
def lexeme(text: str, tag: str, cls: WordClass | None = None) -> Lexeme:
    """What is known of a word; ``cls`` overrides the class that its form and part of speech give."""
    tag = _mended_tag(text, tag)
    cls = classify(text, tag) if cls is None else cls
    role = roles().get(text)
    light = text in adverbs()
    entity = entities().get(text.lower())
    return Lexeme(
        text=text,
        tag=tag,
        cls=cls,
        role=role,
        is_light=light,
        entity=entity,
        is_name=_names_one(text, tag) if entity is None else entity.type not in ("group", "industry"),
        in_phrase=(not light or cls is Class.AND) and _joins_phrase(text, cls, role),
        dimension=head_dimension(text),
        is_noun=cls in _NOUNS and tag[:1] not in _NO_NOUNS,
        ends_group=names_group(text),
    )


def _mended_tag(text: str, tag: str) -> str:
    """The part of speech, mended where the dictionary of the segmenter takes a common word for what it is not."""
    if tag in NAME_TAGS and text in _common_words():
        return "n"
    named = word_class(text)
    if named == "func" and tag[:1] in _CONTENT:
        return "c"
    if named is not None and tag in NAME_TAGS:
        return _TAGS_OF_CLASSES.get(named, "n")
    return "vn" if tag[:1] == "v" and named in _THINGS else tag


# First letters of the tags of nouns, verbs and phrases; what is grammar all the same joins clauses (总的来说).
_CONTENT = "nvil"
_TAGS_OF_CLASSES = {"act": "v", "quality": "a"}
_THINGS = frozenset(("person", "org", "product", "thing", "info", "trade", "measure", "event", "aspect"))


def _names_one(text: str, tag: str) -> bool:
    if tag == "eng":
        return _LATIN_NAME.fullmatch(text) is not None and text.lower() not in _common_latin()
    return tag in NAME_TAGS and len(text) > 1 and not text.endswith(_PLACE_KINDS)


@cache
def _common_latin() -> frozenset[str]:
    """Latin words that are used as common nouns or as measures."""
    return frozenset(word.lower() for name in ("common_latin", "latin_metric") for word in words(name))


@cache
def _common_words() -> frozenset[str]:
    """Words that the dictionary of the segmenter takes for names."""
    return frozenset(words("common_word"))


@cache
def saying() -> frozenset[str]:
    """The verbs of saying and reckoning: 公司 is the subject of 公司预计营收达16亿元, not 公司预计."""
    return frozenset(row[0] for row in table("report_verb") if row[1] in ("speech", "estimate"))


def _joins_phrase(text: str, cls: WordClass, role: Role | None) -> bool:
    if cls is Class.VERB and len(text) > 1 and text[-1] in _GOVERNING:
        return False
    if text in saying():
        return False
    if cls in _OPEN_CLASSES:
        return role is None or role.kind in _PHRASE_ROLES
    return cls in _PHRASE_CLASSES
