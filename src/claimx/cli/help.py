"""The help of commands, in the language of this run and wrapped by the cells that characters take.

typer writes help in English only and wraps by counting characters, so that Chinese text would run over the edge of
the terminal. Commands and groups take these ways of writing it instead.
"""

from __future__ import annotations

import inspect
import re
import shutil
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from claimx.lazy import lazy
from claimx.render.cells import cells, wrapped
from claimx.render.language import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

#: Help is not laid out in shorter lines than these; the longest are the app's setting.
_NARROWEST = 50
#: An option's name that is longer than this has its text on the next line.
_FIRST_COLUMN = 26

# In a paragraph that is not wrapped: a line's indent, what to type, and after a gap what it does.
_EXAMPLE = lazy(r"( *)(.*?)(?:( {2,})(\S.*))?$")
# What typer adds to an option's text: its default, its range, that it is required.
_EXTRA = lazy(r"(?P<text>.*?)(?:  )?(?:\[(?P<extra>(?:default: |required|[\d.]+<|x[<>])[^\]]*)\])?$", re.DOTALL)


class _Helpful(TyperCommand if TYPE_CHECKING else object):  # type: ignore[misc]
    """What commands and groups have in common; typer calls these methods."""

    def get_usage(self, ctx: Any) -> str:
        """The line that says how the command is called."""
        pieces = (said(piece.replace("{", "").replace("}", "")) for piece in self.collect_usage_pieces(ctx))
        first = f"{said('Usage: {}').format(ctx.command_path)} "
        lines = wrapped(" ".join(pieces), _width(ctx) - cells(first))
        return first + f"\n{' ' * cells(first)}".join(lines)

    def get_help(self, ctx: Any) -> str:
        """Usage, what the command does, its arguments, options and commands."""
        return "\n".join((self.get_usage(ctx), *_prose(self.help or "", _width(ctx)), *self._lists(ctx)))

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first paragraph, whole: it is one sentence, and lists wrap it."""
        del limit
        return said(_folded(inspect.cleandoc(self.help or "").partition("\n\n")[0]))

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """The completions, each with its help."""
        found = super().shell_complete(ctx, incomplete)
        for item in found:
            item.help = item.help and said(item.help)
        return found

    def _lists(self, ctx: Any) -> Iterator[str]:
        width = _width(ctx)
        records: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None:
                records[parameter.param_type_name].append((record[0], _option_text(record[1])))
        commands: Mapping[str, Any] = getattr(self, "commands", {})
        yield from _list(said("Arguments"), records["argument"], width)
        yield from _list(said("Options"), records["option"], width)
        shown = [(name, each.get_short_help_str()) for name, each in commands.items()]
        yield from _list(said("Commands"), shown, width)


class Command(_Helpful, TyperCommand):
    """A command."""


class Group(_Helpful, TyperGroup):
    """A command that has commands; alone it prints its help."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; without any there is only help to give."""
        if not args and not ctx.resilient_parsing:
            typer.echo(self.get_help(ctx), err=True)
            ctx.exit(2)
        return super().parse_args(ctx, args)


def _width(ctx: Any) -> int:
    columns = ctx.terminal_width or min(ctx.max_content_width or 80, shutil.get_terminal_size().columns)
    return max(_NARROWEST, int(columns)) - 2


def _folded(paragraph: str) -> str:
    """A paragraph on one line: the form in which the catalogue knows it."""
    return " ".join(paragraph.split())


def _prose(text: str, width: int) -> Iterator[str]:
    r"""The paragraphs of a docstring; one that begins with ``\b`` keeps its lines."""
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        yield ""
        if paragraph.startswith("\b"):
            yield from map(_example, paragraph.splitlines()[1:])
        else:
            yield from (f"  {line}" for line in wrapped(said(_folded(paragraph)), width - 2))


def _example(line: str) -> str:
    match = _EXAMPLE.match(line)
    assert match is not None  # every part may be empty
    indent, typed, gap, meaning = match.groups()
    return f"  {indent}{said(typed)}{gap}{said(meaning)}" if meaning else f"  {indent}{said(typed)}"


def _option_text(text: str) -> str:
    match = _EXTRA.match(text)
    assert match is not None  # the last part may be missing
    extra = "; ".join(map(_extra, match["extra"].split("; "))) if match["extra"] else ""
    return "  ".join(filter(None, (said(match["text"]), f"[{extra}]" if extra else "")))


def _extra(text: str) -> str:
    default = text.removeprefix("default: ")
    return said(text) if default == text else said("default: {}").format(default)


def _list(title: str, rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """A heading and its rows in two columns."""
    if not rows:
        return
    yield f"\n{said('{}:').format(title)}"
    column = min(_FIRST_COLUMN, max(cells(name) for name, _ in rows)) + 2
    for name, text in rows:
        first, *more = wrapped(text, width - column - 2)
        beside = cells(name) <= column - 2
        yield f"  {name}{' ' * (column - cells(name))}{first}" if beside else f"  {name}"
        yield from (f"{' ' * (column + 2)}{line}" for line in (more if beside else (first, *more)))
