"""Write the generated pages of ``docs`` anew, and the output shown in its tutorial.

    python scripts/make_docs.py

``docs/commands.md`` comes from the command line itself, ``docs/record.md`` from the model, ``docs/rules.md``
from the corpora and the list of the linker's rules beside this script, and in ``docs/tutorial.md`` each block
that begins with ``$ `` holds what that command prints. tests/docs fails when a page is out of date.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from typer.main import get_command

from claimx.cli.app import app
from claimx.model import SCHEMA_VERSION
from claimx.period import find_periods
from claimx.quantity import find_quantities
from claimx.render.fields import descriptions
from claimx.render.language import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import typer

    from claimx.model import Period, Quantity

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
_NOTE = "<!-- Written by scripts/make_docs.py; edit what it is made from. -->\n"
_WIDTH = 100


def commands() -> str:
    """The help of every command, as the command line prints it."""
    pieces = [f"{_NOTE}# Commands\n\nWhat `claimx COMMAND --help` prints.\n"]
    for name, help_text in _helps(get_command(app), "claimx"):
        pieces.append(f"\n## {name}\n\n```text\n{help_text.rstrip()}\n```\n")
    return "".join(pieces)


def _helps(command: object, name: str, parent: typer.Context | None = None) -> Iterator[tuple[str, str]]:
    # The classes of typer's own click are private, so that only their interface is used.
    context = command.make_context(  # type: ignore[attr-defined]
        name, ["--help"], parent=parent, resilient_parsing=True, terminal_width=_WIDTH, max_content_width=_WIDTH
    )
    yield name, command.get_help(context)  # type: ignore[attr-defined]
    for sub_name, sub in getattr(command, "commands", {}).items():
        for full, text in _helps(sub, sub_name, context):
            yield f"{name} {full}", text


def record() -> str:
    """The fields with what each one says, in English and by their headings in Chinese."""
    chinese = catalogue()
    rows = "".join(f"| `{name}` | {chinese.get(name, '')} | {text} |\n" for name, text in descriptions().items())
    return (
        f"{_NOTE}# The record\n\n"
        f"One figure, one record; version {SCHEMA_VERSION} of the schema. The same names in every format.\n"
        "`claimx schema` prints the JSON Schema.\n\n"
        "Offsets count Unicode code points, the end excluded: `text[start:end]` of the decoded file is the record's\n"
        "`text` (for HTML: of the visible text). Absent is `null` in JSON and empty in CSV. Numbers are exact: never\n"
        "rounded and, in JSON, never with an exponent; in Parquet they are decimals with twelve places, more where\n"
        "needed.\n\n"
        f"| field | 标题 | says |\n|---|---|---|\n{rows}"
    )


def rules() -> str:
    """The rules of the grammars, each with texts that it reads, and the reasons for boilerplate."""
    quantity = _examples(find_quantities, _quantity_surfaces())
    period = _examples(find_periods, _period_surfaces())
    return (
        f"{_NOTE}# Rules by name\n\n"
        "A record's `rules` and `claimx explain` name the rules that read a figure. Those of the two grammars are\n"
        "below, each with texts from `tests/corpus` that it takes part in reading.\n\n"
        f"## Quantities\n\n{_table(quantity)}\n## Times\n\n{_table(period)}\n"
        "## What a figure is of\n\n"
        "These need the sentence. One says of what kind a figure is and which way it moved; `.joined` behind it: by\n"
        "the verb that it shares with the figure before. `modality:` names the word that makes an estimate, a\n"
        "forecast, a target or a worked example of it. The others name a field and where it was found. Candidates\n"
        "are weighed by named evidence ([adr/0007-linking.md](adr/0007-linking.md)); `claimx explain` prints the\n"
        "strongest, and what lost.\n\n"
        f"{_linker_table()}\n"
        "## What is not the article\n\n"
        "The reasons that `claimx clean --labels` and the report give for lines that are left out.\n\n"
        "| reason | 中文 |\n|---|---|\n" + "".join(f"| `{english}` | {chinese} |\n" for english, chinese in _reasons())
    )


def _linker_table() -> str:
    """The rules of the linker in the order of their list."""
    lines = (ROOT / "scripts/linker_rules.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return "| rule | says | as in |\n|---|---|---|\n" + "".join(
        f"| `{name}` | {meaning} | {form} |\n" for name, meaning, form in rows
    )


def _reasons() -> Iterator[tuple[str, str]]:
    text = (ROOT / "src/claimx/render/data/zh.tsv").read_text(encoding="utf-8")
    section = text.partition("# why a line is not the article\n")[2].partition("\n\n")[0]
    for line in section.splitlines():
        english, chinese = line.split("\t")
        yield english, chinese


def _quantity_surfaces() -> Iterator[str]:
    for path in sorted((ROOT / "tests/corpus/quantity").glob("*.tsv")):
        if path.stem != "negative":
            for line in path.read_text(encoding="utf-8").splitlines():
                if line and not line.startswith("#"):
                    yield from line.split("\t")[-1].split(" | ")


def _period_surfaces() -> Iterator[str]:
    for path in sorted((ROOT / "tests/corpus/period").glob("*.toml")):
        for surfaces in tomllib.loads(path.read_text(encoding="utf-8")).get("periods", {}).values():
            yield from surfaces


def _examples(find: Callable[[str], Sequence[Quantity | Period]], surfaces: Iterator[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for surface in surfaces:
        for item in find(surface):
            for name in item.rules:
                examples = found.setdefault(name, [])
                if len(examples) < 3 and surface not in examples:
                    examples.append(surface)
    return dict(sorted(found.items()))


def _table(found: dict[str, list[str]]) -> str:
    rows = (f"| `{name}` | {'、'.join(texts).replace('|', chr(92) + '|')} |\n" for name, texts in found.items())
    return "| rule | reads |\n|---|---|\n" + "".join(rows)


_BLOCK = re.compile(r"^```console\n\$ (?P<command>.+)\n(?P<output>(?:.*\n)*?)```$", re.MULTILINE)


def with_output(page: str) -> str:
    """The page with each ``console`` block holding what its command prints, run from the root of the repository."""

    def run(match: re.Match[str]) -> str:
        program, *arguments = shlex.split(match["command"])
        assert program == "claimx", match["command"]
        done = subprocess.run(
            [sys.executable, "-m", "claimx", *arguments],
            cwd=ROOT,
            env={**os.environ, "COLUMNS": str(_WIDTH), "CLAIMX_LANG": "en"},
            capture_output=True,
            check=False,
        )
        return f"```console\n$ {match['command']}\n{done.stdout.decode()}{done.stderr.decode()}```"

    return _BLOCK.sub(run, page)


#: The generated pages and how each is made.
PAGES: dict[str, Callable[[], str]] = {"commands.md": commands, "record.md": record, "rules.md": rules}
#: Pages written by hand that show output.
SHOWN = ("tutorial.md", "lexicon.md")


def main() -> None:
    for name, made in PAGES.items():
        (DOCS / name).write_text(made(), encoding="utf-8")
    for name in SHOWN:
        page = DOCS / name
        page.write_text(with_output(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
