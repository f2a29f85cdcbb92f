"""Bytes to text: byte-order mark, UTF-8, declared charset, then the Chinese encodings by plausibility."""

from __future__ import annotations

import codecs
import re

from claimx.lazy import lazy

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\s[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I
)
# What pages call GBK in one name or another; GB18030 reads them all.
_SIMPLIFIED = {"gb2312", "gbk", "gb18030", "cp936", "gb_2312-80", "x-gbk"}
# Control codes that text files do not hold (they do hold tabs, line ends, form feeds and escapes).
_CONTROL = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_SHOWN = lazy("[\t\n\r -~\u00b7\u2010-\u2040\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_DOUBLE = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
# Frequent characters: GB2312 level 1 (the 3,755 commonest) with its punctuation, Big5 level 1 likewise.
_COMMON_GB = re.compile(rb"[\xa1\xa3\xb0-\xd7][\xa1-\xfe]")
_COMMON_BIG5 = re.compile(rb"[\xa1-\xa3\xa4-\xc6][\x40-\x7e\xa1-\xfe]")
_SAMPLE = 65_536


class DecodeError(ValueError):
    """The bytes are not text, or not in an encoding that could be told; the message says why."""


def decode(data: bytes, *, encoding: str | None = None) -> str:
    """The text of a file's bytes, without a byte-order mark and with its line ends as they are.

    Tried in turn: ``encoding`` if given (and nothing else), a byte-order mark, UTF-8, UTF-16
    without a mark, the charset that an HTML or XML head declares, GB18030 and Big5 where the bytes
    look like Chinese, and what charset-normalizer makes of them. A few NUL characters in otherwise
    sound UTF-8 are kept as they are. Damaged or truncated UTF-8 is an error that names the byte and
    its place: a guess would put wrong figures into the records.

    Raises:
        DecodeError: the bytes cannot be read as text.

    """
    if encoding is not None:
        return _strict(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        wide = _utf16(data)
        if wide is not None:
            return wide
        _refuse_binary(data)
        if _is_damaged_utf8(data):
            raise DecodeError(f"invalid UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}") from None
        return _detect(data).removeprefix("\ufeff")
    if "\0" in text and (wide := _utf16(data)) is not None:
        return wide
    _refuse_binary(data)
    return text


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except LookupError:
        raise DecodeError(f"unknown encoding {encoding!r}") from None
    except UnicodeDecodeError as error:
        byte = data[error.start] if error.start < len(data) else 0
        raise DecodeError(f"not {encoding}: byte 0x{byte:02x} at offset {error.start}") from None
    except UnicodeError as error:
        raise DecodeError(f"not {encoding}: {error}") from None
    return text.removeprefix("\ufeff")


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether nearly all of the bytes beyond ASCII do form UTF-8: the file is UTF-8 with a fault."""
    text = data.decode("utf-8", "replace")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    faults = text.count("\ufffd")
    return beyond >= 4 * faults and faults <= 1 + beyond // 50


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in one of the two byte orders nearly every character is Chinese or ASCII."""
    if len(data) % 2 or len(data) < 4:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        sample = data[:_SAMPLE].decode(name, "replace")
        if len(_SHOWN.findall(sample)) < 0.95 * len(sample):
            continue
        # Double-byte text is 90% Chinese in the wrong order only by accident; a line break or digit settles it.
        if b"\0" not in data and _share(_COMMON_GB, data[:_SAMPLE]) > 0.9:
            continue
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return None


def _share(common: re.Pattern[bytes], sample: bytes) -> float:
    pairs = _DOUBLE.findall(sample)
    return sum(1 for pair in pairs if common.fullmatch(pair)) / len(pairs) if pairs else 0.0


def _detect(data: bytes) -> str:
    head = data[:_SAMPLE]
    declared = _DECLARED.search(head[:4096])
    if declared:
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode("gb18030" if name in _SIMPLIFIED else name)
        except (LookupError, UnicodeDecodeError):
            pass  # a wrong declaration is common: look at the bytes
    shares = sorted(
        ((_share(_COMMON_GB, head), 1, "gb18030"), (_share(_COMMON_BIG5, head), 0, "big5hkscs")),
        reverse=True,
    )
    likely = [name for share, _, name in shares if share >= 0.7]
    for name in likely:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    # Damaged Chinese text is no text of another language, whatever a guess might make of its bytes.
    return _strict(data, likely[0]) if likely else _guess(data)


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load and seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise DecodeError("unknown text encoding")
    return _strict(data, best.encoding)


def _refuse_binary(data: bytes) -> None:
    """Raise DecodeError for data with more than a stray control code."""
    clean = data.translate(None, _CONTROL)
    controls = len(data) - len(clean)
    if controls > 1 + len(data) // 1000:
        offset = next(at for at, byte in enumerate(data) if byte in _CONTROL)
        raise DecodeError(f"binary data (byte 0x{data[offset]:02x} at offset {offset})")
