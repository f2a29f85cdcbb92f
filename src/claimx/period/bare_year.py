"""Years in bare digits: 2016到2018, 1998-2004期间, （2023）, 2024抖音电商, 2022、2023年."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.period import interval as iv
from claimx.period.month_tail import RANGE_SIGN
from claimx.period.numeric_date import AMOUNT_AFTER
from claimx.period.reading import Construct, Reading

if TYPE_CHECKING:
    from claimx.period.context import Context

_YEAR = "(?:19|20)[0-9]{2}"
_BARE = re.compile(rf"{_YEAR}(?![0-9年\-/.:~])(?!{AMOUNT_AFTER})")
# 2018至2019年, 1985到89年9月, 2016到2018, 2021、2022年: what follows settles that this is a year.
_LEFT = re.compile(
    rf"""{_YEAR}
    (?: \ {{0,2}} {RANGE_SIGN} \ {{0,2}}
        (?: {_YEAR} (?![0-9]) (?!\ {{0,2}}(?:{AMOUNT_AFTER})) | (?:{_YEAR}|[0-9]{{2}}) \ {{0,2}}年 )
      | \ ?[、和及与]\ ?{_YEAR} (?: [、和及与] {_YEAR} ){{0,4}} \ ?年 )""",
    re.VERBOSE,
)
_BEFORE = re.compile(r"(?:^|[（(《“「【\[，。；：！？、\n*#>|]\ ?|(?:自|从|于|回首|展望|告别|迎接)\ ?)$")


def _read(context: Context, at: int) -> Reading | None:
    text = context.text
    if at and text[at - 1] in "0123456789.-/_" and at != context.range_end_at:
        return None
    end = at + 4
    if not _LEFT.match(text, at):
        if not _BARE.match(text, at):
            return None
        if at != context.range_end_at and not context.is_all(at, end) and not _BEFORE.search(text, max(0, at - 4), at):
            return None
    return Reading(end, "year", ("bare-year",), iv.year(int(text[at:end])), names_year=True)


CONSTRUCT = Construct("bare-year", (("12", r"(?<![0-9A-Za-z_/.][12])[09][0-9]{2}(?![0-9年%])"),), _read)
