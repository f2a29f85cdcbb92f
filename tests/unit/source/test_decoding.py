from __future__ import annotations

import codecs

import pytest

from claimx.source import DecodeError, decode

SIMPLIFIED = (
    "据统计，2024年全国网上零售额达15.5万亿元，同比增长7.2%。\r\n直播电商仍将保持增长，平台的退货率有所上升。\n"
)
TRADITIONAL = "據統計，2024年全國網上零售額達15.5萬億元，同比增長7.2%。\n直播電商仍將保持增長，平台的退貨率有所上升。\n"


@pytest.mark.parametrize(
    "data",
    [
        SIMPLIFIED.encode(),
        codecs.BOM_UTF8 + SIMPLIFIED.encode(),
        codecs.BOM_UTF16_LE + SIMPLIFIED.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + SIMPLIFIED.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + SIMPLIFIED.encode("utf-32-be"),
        SIMPLIFIED.encode("utf-16-le"),
        SIMPLIFIED.encode("utf-16-be"),
        SIMPLIFIED.encode("gb18030"),
        SIMPLIFIED.encode("gbk"),
    ],
)
def test_encodings_of_simplified_text_keep_every_character_and_line_end(data: bytes) -> None:
    assert decode(data) == SIMPLIFIED


def test_big5_is_told_from_gbk() -> None:
    assert decode(TRADITIONAL.encode("big5")) == TRADITIONAL


def test_short_gbk_text() -> None:
    assert decode("销售额3.5亿元".encode("gbk")) == "销售额3.5亿元"


def test_declared_charset_is_a_hint() -> None:
    page = '<html><head><meta charset="gb2312"></head><body>朱镕基：增长7%</body></html>'
    assert decode(page.encode("gb18030")) == page


def test_wrong_declaration_is_overruled_by_the_bytes() -> None:
    page = f'<meta charset="utf-8">{SIMPLIFIED}'
    assert decode(page.encode("gbk")) == page


def test_given_encoding_is_the_only_one_tried() -> None:
    assert decode(TRADITIONAL.encode("big5"), encoding="big5") == TRADITIONAL
    with pytest.raises(DecodeError, match="not ascii: byte 0xe6 at offset 0"):
        decode(SIMPLIFIED.encode(), encoding="ascii")
    with pytest.raises(DecodeError, match="unknown encoding 'nonsense'"):
        decode(b"a", encoding="nonsense")


def test_truncated_utf8_names_byte_and_offset() -> None:
    data = (SIMPLIFIED * 20).encode()
    cut = data[: data.rindex("所".encode()) + 2]
    with pytest.raises(DecodeError, match=rf"invalid UTF-8: byte 0xe6 at offset {len(cut) - 2}"):
        decode(cut)


def test_a_single_nul_in_utf8_is_kept() -> None:
    assert decode("增长\x007%".encode()) == "增长\x007%"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00\x00\x00\x01\x90\x08\x06",
        b"\x7fELF\x02\x01\x01" + bytes(64),
        b"PK\x03\x04" + bytes(range(256)) * 4,
        bytes(100),
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(DecodeError, match="binary data"):
        decode(data)


def test_utf_16_of_ascii_letters_is_not_read_as_utf_8_with_gaps() -> None:
    assert decode("GMV 3.5\r\n".encode("utf-16-le")) == "GMV 3.5\r\n"


def test_a_declared_encoding_that_nobody_knows_is_passed_over() -> None:
    page = f'<meta charset="x-nonsense">{SIMPLIFIED}'
    assert decode(page.encode("gbk")) == page


def test_bytes_of_no_encoding_are_refused() -> None:
    """Neither Chinese encoding can hold 0xff; the last guess is a Western one, where each byte is a letter."""
    assert decode("Größe 3 % für Käufer, schön und überall möglich. ".encode("cp1252") * 4).startswith("Gr")
    with pytest.raises(DecodeError):
        decode(bytes(range(0x80, 0x100)) * 40)
