"""A headless Chromium and reports to open in it.

The system's Chromium is used; nothing is downloaded. Without one these tests are skipped, unless
CLAIMX_REQUIRE_BROWSER is set, as ``.ci/run`` does.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from claimx.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, Page

_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

#: Two articles that agree on one figure and clash on another.
NOTES = {
    "one.md": "# 甲篇\n\n首页 登录 注册\n\n2024年，抖音电商GMV达3.5万亿元，同比增长30%。快手电商GMV约1.4万亿元。\n",
    "two.md": "# 乙篇\n\n2024年，抖音电商GMV为3.1万亿元，同比增长30%。预计2025年快手电商GMV将达到1.6万亿元。\n",
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each gets a page of its own."""
    if _CHROMIUM is None:
        if os.environ.get("CLAIMX_REQUIRE_BROWSER"):
            pytest.fail("no Chromium found")
        pytest.skip("no Chromium found")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)
        yield running
        running.close()


@pytest.fixture
def report(tmp_path: Path) -> Callable[..., Path]:
    """``report({"a.md": text, …})``: the report on these articles, made by the command."""

    def make(articles: Mapping[str, str] = NOTES, *options: str) -> Path:
        folder = tmp_path / "articles"
        folder.mkdir()
        for name, text in articles.items():
            (folder / name).write_text(text, encoding="utf-8")
        path = tmp_path / "report.html"
        result = CliRunner().invoke(app, ["report", str(folder), "-o", str(path), *options], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return path

    return make


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """``opened(path, "#claims", color_scheme="dark")``: the page, which must load nothing and report no error."""
    trouble: list[str] = []
    contexts = []

    def show(path: Path, fragment: str = "", *, expects_trouble: bool = False, **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "en-GB", **options})
        contexts.append(context)
        page = context.new_page()
        if expects_trouble:
            page.goto(path.as_uri())
            return page
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        address = path.as_uri()
        page.on("request", lambda sent: sent.url.partition("#")[0] == address or trouble.append(sent.url))
        page.goto(address + fragment)
        return page

    yield show
    for context in contexts:
        context.close()
    assert trouble == []
