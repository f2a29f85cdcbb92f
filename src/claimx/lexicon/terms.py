"""Look-ups over the lexicon: what a word names, measures or signals."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimx.lexicon.load import table, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Metric(NamedTuple):
    """A measure by its canonical id, with the dimension of its figures (money, share, count …)."""

    id: str
    dimension: str


class Entity(NamedTuple):
    """A named thing by its canonical id."""

    id: str
    type: str
    #: Id of the entity this one plainly belongs to (抖音电商 → 抖音), or the empty string.
    parent: str
    #: True when the alias is also an ordinary word and needs support from its context.
    guarded: bool


# Parts of speech given to lexicon words in the segmenter, in jieba's tag set.
_ENTITY_TAGS = {
    "place": "ns",
    "person": "nr",
    "company": "nt",
    "institution": "nt",
    "research": "nt",
    "media": "nt",
    "group": "n",
    "industry": "n",
}


@cache
def metrics() -> dict[str, Metric]:
    """Every alias of every metric, in lower case."""
    found: dict[str, Metric] = {}
    for name, dimension, aliases, _ in _metric_rows():
        metric = Metric(name, dimension)
        for alias in (name, *aliases.split()):
            found.setdefault(alias.lower(), metric)
    return found


@cache
def metric_ids() -> dict[str, str]:
    """Canonical id of every alias of a metric and of every counted noun that stands for it (门店 for 门店数)."""
    found = {alias: metric.id for alias, metric in metrics().items()}
    for name, _, _, counted in _metric_rows():
        for noun in counted.split():
            found.setdefault(noun.lower(), name)
    return found


def _metric_rows() -> Iterator[tuple[str, str, str, str]]:
    """Rows of the metric table: id, dimension, aliases, counted nouns."""
    for row in table("metric"):
        name, dimension, aliases, counted = (*row, "", "")[:4]
        yield name, dimension, aliases, counted


@cache
def metric_heads() -> dict[str, str]:
    """Last words of noun phrases that name measures, with the dimension of their figures."""
    return {row[0].lower(): row[1] for row in table("metric_head")}


@cache
def entities() -> dict[str, Entity]:
    """Every alias of every entity, in lower case."""
    found: dict[str, Entity] = {}
    for row in table("entity"):
        name, kind, aliases, parent, guard = row if len(row) == _COLUMNS else (*row, "", "", "")[:_COLUMNS]
        entity = Entity(name, kind, parent, False)
        found.setdefault(name.lower(), entity)
        if aliases:
            if guard == "context":
                entity = entity._replace(guarded=True)
            for alias in aliases.lower().split():
                found.setdefault(alias, entity)
    return found


_COLUMNS = 5
_LONGEST_NAME = 10


@cache
def _beginnings() -> frozenset[str]:
    """The first two characters of all names, in lower case: with most pairs of characters begins none."""
    return frozenset([alias[:2] for alias in entities()])


# Entity types that are kinds of things rather than names.
_KINDS = frozenset(("group", "industry"))


@lru_cache(maxsize=4096)  # its texts are those of the articles: without end
def names_in(text: str) -> tuple[str, ...]:
    """The entities named in a short text, as written, longest first at each place."""
    beginnings = _beginnings()
    found: list[str] = []
    start = 0
    while start < len(text) - 1:
        longest = _LONGEST_NAME if text[start : start + 2].lower() in beginnings else 0
        for end in range(min(len(text), start + longest), start + 1, -1):
            entity = entity_at(text, start, end)
            if entity is not None and not entity.guarded and entity.type not in _KINDS:
                found.append(text[start:end])
                start = end - 1
                break
        start += 1
    return tuple(dict.fromkeys(found))


def entity_at(text: str, start: int, end: int) -> Entity | None:
    """The entity that a span names, unless it cuts a Latin word: no GM in GMV."""
    entity = entities().get(text[start:end].lower())
    return entity if entity is not None and is_word(text, start, end) else None


def is_word(text: str, start: int, end: int) -> bool:
    """Whether a span does not cut a Latin word: ge in Agent."""
    before, after = text[start - 1 : start], text[end : end + 1]
    cuts_front = text[start].isascii() and before.isascii() and before.isalnum()
    cuts_back = text[end - 1].isascii() and after.isascii() and after.isalnum()
    return not cuts_front and not cuts_back


_LONGEST_HEAD = 6


@cache
def _last_characters() -> frozenset[str]:
    """What the names of measures end in, of either case."""
    last = {name[-1] for name in (*metrics(), *metric_heads())}
    return frozenset((*last, *map(str.upper, last)))


def head_dimension(phrase: str) -> str | None:
    """The dimension named by the longest known measure that ends the phrase, or None."""
    return _head_dimension(phrase) if phrase[-1:] in _last_characters() else None


@lru_cache(maxsize=4096)
def _head_dimension(phrase: str) -> str | None:
    phrase = phrase.lower()
    known = metrics()
    if phrase in known:
        return known[phrase].dimension
    head = _measure_at_end(phrase, _LONGEST_HEAD)
    return None if head is None else metric_heads().get(head) or known[head].dimension


@lru_cache(maxsize=4096)
def measure_head(phrase: str) -> str | None:
    """The longest known measure that ends the phrase, by its id where it has one, or None."""
    head = _measure_at_end(phrase.lower(), len(phrase))
    known = metrics().get(head or "")
    return head if known is None else known.id


def _measure_at_end(phrase: str, longest: int) -> str | None:
    """The longest measure or head of measures, of so many characters at most, that ends a phrase in lower case."""
    known, heads = metrics(), metric_heads()
    ends = (phrase[start:] for start in range(max(0, len(phrase) - longest), len(phrase)))
    return next((end for end in ends if end in known or end in heads), None)


def names_group(text: str) -> bool:
    """Whether a text ends in a noun that ends the names of groups, categories and organisations."""
    return text.endswith(_group_suffixes().get(text[-1:], ()))


def names_text(word: str) -> bool:
    """Whether a word ends in a noun with which a text counts its own points: 模式, 维度, 步骤."""
    return word.endswith(_textual_nouns().get(word[-1:], ()))


@cache
def _group_suffixes() -> dict[str, tuple[str, ...]]:
    return _by_last_character(row[0] for row in table("group_suffix"))


@cache
def _textual_nouns() -> dict[str, tuple[str, ...]]:
    return _by_last_character(words("textual_noun"))


def _by_last_character(endings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Endings by their last character: most words have none of them, which one look-up then tells."""
    found: dict[str, tuple[str, ...]] = {}
    for ending in endings:
        found[ending[-1]] = (*found.get(ending[-1], ()), ending)
    return found


@cache
def source_nouns() -> frozenset[str]:
    """Words for bodies of data and documents: what a figure comes from, not what it is of."""
    return frozenset(row[0] for row in table("source_noun") if row[1] in ("document", "data"))


# Stretches of time in front of a measure: not 首 and 日销量.
_ONE_STRETCH = ("首日", "单日", "当日", "次日", "首周", "单周", "首月", "单月", "首季", "单季", "首年")


# High enough to win over any way of cutting the word apart, in either segmenter.
_FREQUENCY = 200_000
# Names of two characters arise across words (成电 in 形成电网): usual words on either side win over them.
_SHORT = 2
_SHORT_FREQUENCY = 100


def segmenter_terms() -> Iterator[tuple[str, int, str]]:
    """Words that a segmenter is to know, each with its frequency and part of speech.

    Words of one character are left out: raised in frequency they would cut others apart (为 in
    认为). So are Latin words, which no segmenter cuts.
    """
    products = (row[0] for row in table("group_suffix") if row[1] == "product")
    terms: dict[str, str] = dict.fromkeys((*metrics(), *products), "n")  # 拿铁 is in no dictionary
    terms |= dict.fromkeys(("同比", "环比"), "d")  # jieba holds 同比增加 as one word
    terms |= dict.fromkeys(_ONE_STRETCH, "t")
    names = {alias: _ENTITY_TAGS.get(kind, "nz") for alias, (_, kind, _, guarded) in entities().items() if not guarded}
    terms |= names
    for name in ("change_verb", "attain_verb", "transact_verb"):
        for row in table(name):
            terms[row[0]] = "n" if row[-1] == "rate" else "v"
    short = {name for name in names if len(name) == _SHORT} - metrics().keys()
    for word, tag in terms.items():
        if not word.isascii() and len(word) > 1:
            yield word, _SHORT_FREQUENCY if word in short else _FREQUENCY, tag
