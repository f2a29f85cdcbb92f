"""Words that stand for what was named before: an owner (该公司, 后者) or a measure (这一数字)."""

from __future__ import annotations

#: Words for somebody named before.
WHOSE = frozenset(
    (
        "公司",
        "该公司",
        "平台",
        "该平台",
        "集团",
        "企业",
        "品牌",
        "其",
        "它",
        "他",
        "她",
        "他们",
        "它们",
        "我们",
        "双方",
        "两者",
        "后者",
        "前者",
        "该",
        "此",
        "这",
        "数据",
        "情况",
    )
)
#: Words for a measure named before (五年前这个数还不到2600亿); a bare 指标 or 比例 is a measure of its own.
WHAT = frozenset(
    lead + noun
    for lead in ("", "一", "个", "这一", "这个", "该", "此")
    for noun in ("数", "数字", "数据", "数值", "指标", "比例")
) - {"指标", "比例", "个数"}
