"""Our words in the language of the run, and nothing that programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimx.render import language, writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("empty file", "空文件"),
        ("larger than 5 bytes", "大于 5 字节"),
        ("not gb18030: byte 0x80 at offset 3", "不是 gb18030：位置 3 处的字节 0x80"),
        ("Invalid value for '--published': '2025' is not a date like 2025-03-27",
         "'--published' 的值不对：'2025' 不是 2025-03-27 这样的日期"),
        ("my.toml:4: 'type' is none of brand, company", "my.toml:4: 'type' 不在可选值之列：brand, company"),
        ("line 3: not JSON (Expecting value)", "第 3 行：不是 JSON（Expecting value）"),
        ("words that nobody foresaw", "words that nobody foresaw"),
    ],
)  # fmt: skip
def test_a_message_is_recognised_by_its_template(message: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMX_LANG", "en")
    assert language.translated(message) == message
    monkeypatch.setenv("CLAIMX_LANG", "zh")
    assert language.translated(message) == expected


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "CLAIMX_LANG": "zh"}, "zh"),
        ({"LANG": "zh_TW.UTF-8", "CLAIMX_LANG": "en"}, "en"),
        ({"LANG": "", "LC_MESSAGES": "zh_CN"}, "zh"),
    ],
)
def test_the_first_variable_that_is_set_decides(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CLAIMX_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language.language() == expected


def test_tables_change_and_data_does_not(
    claim: Callable[..., Claim], written: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = claim(kind="change", direction="up", basis="yoy", modality="forecast")
    english = {style: written(writer(style), [moved]) for style in ("table", "jsonl", "csv", "md")}
    monkeypatch.setenv("CLAIMX_LANG", "zh")
    chinese = {style: written(writer(style), [moved]) for style in english}
    assert "↑ yoy forecast" in english.pop("table")
    table = chinese.pop("table")
    assert "↑ 同比 预测" in table
    assert "指标" in table
    assert chinese == english
