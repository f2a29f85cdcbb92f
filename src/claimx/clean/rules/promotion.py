"""Advertisements, course links, app and account prompts, also in the middle of the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.clean.line import Line

_LIMIT = 110
# A call to act ends the line: "...？点击免费学习《…》", "扫码添加，立即咨询".
_CALL = re.compile(
    r"""
    (?:^|[\s?？!！,，。：:;；>|→])
    (?:欢迎|请|快|可|长按|识别|现在|马上|立即|立刻|赶紧|戳|搜索|微信){0,3}
    (?: (?:点击|扫码|扫描|长按|识别|戳|添加|安装|下载|关注|订阅|加入|搜索|打开|回复)
          (?:这里|此处|下方|上方|链接|图片|二维码|即可|微信|公众号|小程序|左下角|右上角|卡片|按钮|客服|我们|免费|立即|[“"「【《]){0,4}
          [^。？！?!，,]{0,28}
          (?:学习|领取|报名|咨询|下载|试用|抢购|购买|入群|进群|加群|查看|了解|预约|阅读原文|二维码|公众号|微信号|小程序|客户端|APP|资料|课程|礼包|全文|市场资讯|资讯|订阅|投票|分享|咨询|客服|朋友圈|好友)
      | 免费(?:领取|试听|试用|报名|咨询|下载|学习)
      | (?:立即|马上|立刻)(?:咨询|报名|下载|领取|购买|抢购|预约|加入|体验|注册|开通|添加)
    )
    [^。？！?!]{0,24}[!！>》→】\])）~\s]*$
    """,
    re.X | re.I,
)
_APP = re.compile(
    r"(?:更多(?:精彩|优质|原创|最新|相关)?(?:内容|资讯|新闻|文章|报道|原创)|了解更多|获取更多).{0,20}(?:请|欢迎|尽在|关注|下载|扫|点击|添加)|(?:24小时|每日|每天).{0,12}(?:滚动播报|推送|更新).{0,30}(?:扫描|关注|二维码)",
    re.I,
)
_LABEL = re.compile(
    r"[\s\[【(（]{0,2}(?:广告|推广|赞助|商业推广|广告位|AD|ads?|advertisement|sponsored)[\s\]】)）]{0,2}$", re.I
)
#: Words of which every call, prompt and label holds one, as a pattern; see ``claimx.clean.labelling``.
WORDS = (
    "点击|扫|戳|立即|马上|立刻|长按|识别|添加|安装|下载|关注|订阅|加入|搜索|打开|回复|免费|更多|了解|获取|24小时|每日|每天|广告|推广|赞助"
    "|A[Dd]|a[Dd]|Sponsor|sponsor"
)
_STEP = re.compile(r"\(?\d{1,2}[.、)）]|第[一二三四五六七八九十\d]{1,2}步|步骤|[①-⑳]")
_LINK_SIGN = "🔗"
#: A card is a picture, a title and a teaser, all one link.
_CARD = re.compile(r"\[?\[?!\[")


def promotion(line: Line) -> str | None:
    """``advertisement`` or ``app-prompt``."""
    text = line.text
    if line.linked > 0.9 and (_LINK_SIGN in text or _CARD.match(line.source)):
        return "advertisement"
    if len(text) > _LIMIT or line.block.kind == "title":
        return None
    if _LABEL.match(text):
        return "advertisement"
    if _APP.search(text):
        return "app-prompt"
    if line.block.kind == "list" or _STEP.match(text):
        return None  # a step of the article's own instructions
    return "advertisement" if _CALL.search(text) else None
