"""Write src/claimx/text/data/t2s.tsv: one Traditional and one Simplified character a line.

Read off OpenCC's ``t2s`` conversion, one character at a time, so that the mapping preserves
length (docs/adr/0004-normalisation.md). Needs the ``dev`` extra; the program itself only reads
the table.

    python scripts/make_traditional_table.py
"""

from __future__ import annotations

from pathlib import Path

import opencc

TARGET = Path(__file__).parents[1] / "src/claimx/text/data/t2s.tsv"
# The blocks in which modern Traditional text is written: CJK, Extension A and the compatibility ideographs.
BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))


def main() -> None:
    convert = opencc.OpenCC("t2s").convert
    rows = []
    for first, last in BLOCKS:
        for code in range(first, last + 1):
            char = chr(code)
            simple = convert(char)
            if simple != char and len(simple) == 1 and ord(simple) <= 0xFFFF:
                rows.append(f"{char}\t{simple}\n")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(
        "# Traditional and Simplified character, made by scripts/make_traditional_table.py from OpenCC (Apache-2.0).\n"
        + "".join(rows),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
