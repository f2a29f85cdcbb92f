"""One entry of a user's lexicon: its fields, what may stand in them, and the rows that it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

#: The name of a table and a row for it.
Row: TypeAlias = tuple[str, tuple[str, ...]]
#: The field that is wrong, and why.
Wrong: TypeAlias = tuple[str, str]

DIMENSIONS = frozenset(
    {
        "money", "price", "count", "people", "share", "index", "multiple", "duration", "physical", "rank", "area",
        "other",
    }
)  # fmt: skip
ENTITY_TYPES = frozenset(
    {
        "company", "platform", "brand", "product", "institution", "research", "media", "place", "person", "industry",
        "group",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Field:
    """What a field takes: a word, a list of words, true or false, or one of a few choices."""

    form: str
    required: bool = False
    choices: frozenset[str] = frozenset()
    #: Words shorter than this would be found inside others.
    shortest: int = 1


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: its fields, and what it becomes."""

    fields: Mapping[str, _Field]
    rows: Callable[[Mapping[str, Any]], Iterator[Row]]


def entry_rows(kind: str, entry: Mapping[str, Any], fold: Callable[[str], str]) -> tuple[list[Row], list[Wrong]]:
    """The rows of an entry, or what is wrong with it.

    Args:
        kind: a key of ``KINDS``.
        entry: its fields as TOML gives them.
        fold: puts a word into the form in which texts are matched.

    """
    fields = KINDS[kind].fields
    wrong: list[Wrong] = []
    values: dict[str, Any] = {name: _empty(field) for name, field in fields.items()}
    for name, value in entry.items():
        field = fields.get(name)
        if field is None:
            wrong.append((name, f"unknown field {name!r} (expected {', '.join(fields)})"))
            continue
        reason = _reason(field, value)
        if reason is not None:
            wrong.append((name, f"{name!r} {reason}"))
        else:
            values[name] = _folded(value, fold)
    wrong += ((name, f"{name!r} is missing") for name, field in fields.items() if field.required and name not in entry)
    return ([] if wrong else list(KINDS[kind].rows(values))), wrong


def _empty(field: _Field) -> Any:
    return {"words": (), "bool": False}.get(field.form, "")


def _reason(field: _Field, value: Any) -> str | None:
    """What is wrong with a field's value."""
    if field.form == "bool":
        return None if isinstance(value, bool) else "is not true or false"
    if field.form == "words":
        if not isinstance(value, list):
            return "is not a list of words"
        reasons = (_wrong_word(field, word) for word in value)
        return next((reason for reason in reasons if reason is not None), None)
    if field.choices:
        return None if value in field.choices else f"is none of {', '.join(sorted(field.choices))}"
    if value == "" and not field.required:
        return None
    return _wrong_word(field, value)


def _wrong_word(field: _Field, word: Any) -> str | None:
    if not isinstance(word, str) or not word.strip():
        return "is not a word"
    # The tables part words by blanks; only a name that has its column to itself may hold one.
    if word != word.strip() or any(char.isspace() and (field.form == "words" or char != " ") for char in word):
        return f"holds a blank: {word!r}"
    return f"is too short: {word!r}" if len(word) < field.shortest else None


def _folded(value: Any, fold: Callable[[str], str]) -> Any:
    if isinstance(value, list):
        return tuple(fold(word) for word in value)
    return fold(value) if isinstance(value, str) else value


def _metric(entry: Mapping[str, Any]) -> Iterator[Row]:
    yield "metric", (entry["id"], entry["dimension"], " ".join(entry["aliases"]), " ".join(entry["counted"]))


def _entity(entry: Mapping[str, Any]) -> Iterator[Row]:
    guard = "context" if entry["guarded"] else ""
    yield "entity", (entry["id"], entry["type"], " ".join(entry["aliases"]), entry["parent"], guard)


def _unit(entry: Mapping[str, Any]) -> Iterator[Row]:
    names = " ".join(entry["names"])
    code = entry["code"] or entry["names"][0]
    if entry["kind"] == "measure":
        yield "unit_measure", (code, names)
    elif entry["kind"] == "currency":
        yield "currency", (code, names, " ".join(entry["before"]) or "-")
    else:  # counted by itself, so the word is the unit
        yield {"classifier": "classifier", "noun": "counted_noun"}[entry["kind"]], (names,)


def _boilerplate(entry: Mapping[str, Any]) -> Iterator[Row]:
    words = " ".join(entry["words"])
    if entry["kind"] in {"related", "comments"}:
        yield "boilerplate_related", (entry["kind"], words)
    else:
        yield f"boilerplate_{entry['kind']}", (words,)


_NAMES = _Field("words", shortest=2)

#: Every kind of entry by the name of its table in TOML.
KINDS: dict[str, Kind] = {
    "metric": Kind(
        {
            "id": _Field("word", required=True, shortest=2),
            "dimension": _Field("word", required=True, choices=DIMENSIONS),
            "aliases": _NAMES,
            "counted": _NAMES,
        },
        _metric,
    ),
    "entity": Kind(
        {
            "id": _Field("word", required=True, shortest=2),
            "type": _Field("word", required=True, choices=ENTITY_TYPES),
            "aliases": _NAMES,
            "parent": _Field("word"),
            "guarded": _Field("bool"),
        },
        _entity,
    ),
    "unit": Kind(
        {
            "kind": _Field("word", required=True, choices=frozenset({"measure", "currency", "classifier", "noun"})),
            "code": _Field("word"),
            "names": _Field("words", required=True),
            "before": _Field("words"),
        },
        _unit,
    ),
    "boilerplate": Kind(
        {
            "kind": _Field(
                "word",
                required=True,
                choices=frozenset({"navigation", "promotion", "tools", "related", "comments"}),
            ),
            "words": _Field("words", required=True, shortest=2),
        },
        _boilerplate,
    ),
}
