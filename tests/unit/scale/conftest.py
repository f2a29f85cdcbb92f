"""Many small articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

#: Enough that several windows of a pool of two are filled.
MANY = 100


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    """Articles with two claims each, every tenth with none, and one in the middle that cannot be read."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(MANY):
        text = f"2024年，营收达{number + 1}亿元，同比增长{number + 1}%。" if number % 10 else "没有数字的一篇文章。"
        (folder / f"{number:03}.txt").write_text(text + "\n", encoding="utf-8")
    (folder / "050.txt").write_bytes(b"")
    return [str(path) for path in sorted(folder.iterdir())]
