"""Image placeholders and credits: 图片, 图源：…, 题图来自 Unsplash, 视觉中国 资料图."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.clean.line import Line

#: A credit is short; longer lines state something.
_LIMIT = 80
_FRAME = r"[\s()（）\[\]【】<>《》▲△↑▼↓*|_\-—#:：、。]*"
_PLACEHOLDER = re.compile(
    rf"{_FRAME}(?:图片|图像|配图|插图|视频|音频|image|img|picture|photo|video)\s?\d{{0,2}}{_FRAME}", re.I
)
_CREDIT = re.compile(
    r"""
    [\s(（\[【▲△↑▼↓*|—-]{0,6}
    (?: (?:本文|文中|文章|以上|部分|封面|首|头|题|配|插|文内|内文|页面)?
          (?:图片?|配图|封面|照片|图表|截图|素材|视频|海报)
          (?:数据|素材)?
          \s?(?:均|皆|都|全部)?\s?
          (?:来源(?:于|自)?|来自于?|源自?于?|出处|出自|由.{1,20}提供|[/｜|@©])
      | (?:供图|制图|摄影|摄|图)\s?[/｜|:：丨@]
      | (?:photo|image|source)s?\s?(?:by|credit|courtesy|from)?\s?[:：]
    )
    """,
    re.X | re.I,
)
# A caption that ends in its agency, or in the photographer.
_AGENCY = re.compile(
    r"(?:视觉中国|东方IC|IC\s?photo|图虫(?:创意)?|全景网|Unsplash|Pixabay|Pexels|Getty|123RF|站酷海洛|摄图网|包图网|千图网|人民视觉|资料图片?|资料照片?|供图|网络配图|示意图片?来源.{0,10})[\s)）】\]。]*(?:资料|供图|图)?[\s)）】\]。]*$",
    re.I,
)
#: Words of which every credit holds one, as a pattern; see ``claimx.clean.labelling``.
WORDS = (
    "图|摄|频|片|影|像|I[Mm][Aa][Gg][Ee]|i[Mm][Aa][Gg][Ee]|Photo|photo|Picture|picture|Video|video|Source|source|IC|视觉"
    "|Unsplash|unsplash|UNSPLASH|Pixabay|pixabay|Pexels|pexels|Getty|getty|123RF|海报|海洛"
)
_CC0 = re.compile(r"(?:题|头|配|封面)图.{0,30}(?:CC0|协议|授权)")


def credit(line: Line) -> str | None:
    """``image-placeholder`` or ``image-credit``."""
    text = line.text
    if len(text) > _LIMIT:
        return None
    if _PLACEHOLDER.fullmatch(text):
        return "image-placeholder"
    if "。" in text[:-1] and not _AGENCY.search(text):
        return None
    if _CREDIT.match(text) or _CC0.search(text) or (len(text) <= 40 and _AGENCY.search(text)):
        return "image-credit"
    return None
