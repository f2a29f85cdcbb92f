"""Copyright notices, disclaimers, registrations: what a page says of itself and of the text's rights."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.clean.line import Line

#: An article about copyright uses the same words, but in paragraphs.
_LIMIT, _LONG_LIMIT = 150, 400
# A notice is tried only at a character with which one can begin.
_NOTICE = re.compile(
    r"""
    (?= [未禁严谢不转版侵著c©aI公网视增备仅投操信存授原首合经举报爆维服客免请] ) (?:
      未经.{0,12}(?:许可|授权|允许|同意).{0,12}(?:转载|复制|使用|摘编|不得|镜像)
    | (?:禁止|严禁|谢绝|不得)(?:擅自|随意|任何形式的?)?转载 | 转载(?:请|须|需|时)[^。]{0,12}(?:注明|联系|标明|授权|保留)
    | 版权(?:归|为).{0,20}所有 | 版权所有 | (?:侵犯|侵权).{0,20}(?:删除|删|联系|告知|责任) | 著作权归
    | copyright\s?(?:©|\(c\)|\d{4}) | ©\s?\d{4} | all\s?rights\s?reserved
    | ICP[备证] | 公网安备 | 网安备 | 视听许可证 | 增值电信 | 备案号
    | 不代表.{0,30}(?:观点|立场|看法|意见) | 仅代表.{0,12}(?:作者|个人|本人).{0,8}(?:观点|看法|立场|意见)?
    | (?:投资|操作)建议.{0,30}(?:风险|谨慎|据此)
    | (?:仅供参考|不构成).{0,30}(?:投资建议|投资意见|风险自担|据此操作|建议)
    | 信息存储(?:空间)?服务 | 存储空间服务
    | (?:授权|原创|投稿|首发|合作).{0,6}(?:发布|发表|转载|首发)(?:于|在) | 经(?:作者)?(?:许可|授权)(?:发布|转载)
    | CC0\s?协议 | CC\s?BY
    | (?:举报|投诉|报料|爆料|维权|服务|客服)(?:电话|邮箱|热线|平台)?\s?[:：]\s?(?:[\d()（）\- ]{7,20}|[\w.-]{1,40}@)
    | 版权与?声明 | 免责声明 | 网友评论仅供 | 网站标识码 | 请支持独立网站 )
    """,
    re.X | re.I,
)
#: Words of which every notice holds one, as a pattern; see ``claimx.clean.labelling``. Each begins with a character
#: and not with a class: then a search passes over all others at once.
WORDS = (
    "转载|版权|侵权|侵犯|著作权|Copyright|copyright|COPYRIGHT|©|Rights|rights|RIGHTS|ICP|网安|备案|许可|电信|授权|代表|建议|存储|发布|发表|首发|CC"
    "|举报|投诉|报料|爆料|维权|服务|客服|声明|仅供|标识码|独立网站"
)
_HINT = re.compile(WORDS)
_DECLARED = re.compile(
    r"[\s(（\[【*#\d.、]{0,6}(?:特别|版权|免责|重要|郑重|作者|平台|网站|本站|转载|风险|文章|法律|免责及版权)?(?:声明|提示|说明|申明)\s?[:：】\]]|[\d、.\s]{0,4}本(?:文|内容|网站?|平台|公众号|站)|[\d、.\s]{0,4}该(?:文|内容)|[\d、.\s]{0,4}如(?:有|对|发现|您|本)"
)


def notice(line: Line) -> str | None:
    """``copyright-notice`` for a line that only speaks of rights, liability or registration."""
    text = line.text
    if len(text) > _LONG_LIMIT or line.block.kind == "title" or not _HINT.search(text):
        return None
    if _DECLARED.match(text):
        return "copyright-notice" if _NOTICE.search(text) else None
    if len(text) > _LIMIT:
        return None
    # In a notice the first sentence says so; a paragraph may come to it later.
    stop = text.find("。") + 1 or len(text)
    return "copyright-notice" if _NOTICE.search(text, 0, stop) else None
