"""Make the pictures of ``docs/images`` anew: ``python scripts/make_screenshots.py``.

Needs the ``dev`` extra and a Chromium (Debian: chromium, fonts-noto-cjk).
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
LEXICON = ["--lexicon", "docs/tutorial/lexicon.toml"]
# A terminal gives a Chinese character two cells and all others one; fonts need help to agree.
FONTS = """
@font-face {{ font-family: Cells; src: local("DejaVu Sans Mono"); size-adjust: 83.06%; }}
@font-face {{ font-family: Cells; src: local("DejaVu Sans Mono Bold"); size-adjust: 83.06%; font-weight: bold; }}
pre {{ font: 16px/1.45 Cells, "Noto Sans Mono CJK SC"; padding: 1em; margin: 0; }}
"""
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def claimx(*arguments: str) -> str:
    """What a command prints in a terminal of 100 columns."""
    done = subprocess.run(
        [sys.executable, "-m", "claimx", *arguments],
        cwd=ROOT,
        env={"COLUMNS": "100", "CLAIMX_LANG": "en", "PATH": ""},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def terminal(browser: Browser) -> None:
    console = Console(record=True, width=100, file=io.StringIO(), legacy_windows=False)
    for command in (
        ["extract", "docs/tutorial/annual-note.md", *LEXICON],
        ["diff", "docs/tutorial", *LEXICON, "--only", "conflict,compatible,same"],
    ):
        console.print(Text(f"$ claimx {' '.join(command)}", style="bold"))
        console.print(Text.from_ansi(claimx(*command, "--format", "table", "--color", "always")))
    code_format = "<style>" + FONTS + "</style><pre>{code}</pre>"
    text = console.export_html(theme=MONOKAI, code_format=code_format, inline_styles=True)
    page = browser.new_page(viewport={"width": 900, "height": 640})
    page.set_content(f"<body style='margin: 0; background: #0c0c0c; color: #d9d9d9'>{text}</body>")
    page.locator("pre").screenshot(path=IMAGES / "terminal.png")


def report(browser: Browser) -> None:
    """The report in light and dark, side by side."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        claimx("report", "docs/tutorial", *LEXICON, "-o", str(path), "-q")
        halves = []
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme, viewport={"width": 760, "height": 900})
            page = context.new_page()
            page.goto(path.as_uri())
            if scheme == "dark":
                mark = page.locator("#articles a.claim[id]").first
                page.locator("#articles").scroll_into_view_if_needed()
                page.locator("#articles h3").first.evaluate("heading => heading.scrollIntoView()")
                mark.hover()
            halves.append(Path(folder) / f"{scheme}.png")
            page.screenshot(path=halves[-1])
        page = browser.new_page(viewport={"width": 1540, "height": 900})
        sheet = Path(folder) / "sheet.html"
        images = "".join(f"<img src='{half.name}' width='760'> " for half in halves)
        sheet.write_text(f"<body style='margin:4px; background:#888; white-space:nowrap'>{images}", encoding="utf-8")
        page.goto(sheet.as_uri())
        page.screenshot(path=IMAGES / "report.png")


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        terminal(browser)
        report(browser)
        browser.close()


if __name__ == "__main__":
    main()
