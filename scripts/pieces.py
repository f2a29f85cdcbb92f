"""What articles are made of, in pieces: random texts of them come close to what the rules read.

The property tests, the fuzzer's dictionary and the mutation of articles share them.
"""

from __future__ import annotations

PIECES: tuple[str, ...] = (
    # figures
    *("1", "23", "4.5", "1,200", "６７", "三", "十", "百", "两", "半", "几", "数", "万", "亿", "萬億", "%", "％"),
    # units and marks of ranges
    *("元", "美元", "¥", "倍", "成", "个百分点", "家", "人次", "平方米", "折", "天", "第", "-", "~", "至", "：", ":"),
    # bound words
    *("约", "超过", "近", "不到", "以上", "左右", "多", "最高", "至少", "从", "到", "降至", "比", "是", "占", "的"),
    # words of change and modality
    *("同比", "环比", "较", "增长", "下降", "翻番", "分别", "为", "达", "和", "、", "预计", "目标", "假设", "据"),
    # what is measured, and whose
    *("GMV", "营收", "複購率", "客单价", "门店", "某品牌", "抖音", "美团", "它", "其中", "数据显示", "去年同期"),
    # times
    *("2024年", "一季度", "双11", "今年", "近三年", "截至", "3月", "上半年", "2025-03-20", "618"),
    # punctuation and line ends
    *(
        "，",
        "。",
        "；",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        "！",
        "…",
        " ",
        "\u3000",
        "\t",
        "\n",
        "\r\n",
        "\n\n",
        "\ufeff",
    ),
    # marks of Markdown
    *("# ", "- ", "1. ", "| ", " |", "\n|---|\n", "**", "`", "](http://a.cn)", "[", "![", "> ", "---\n", "\u2028"),
    # markup of pages, and what should not be there
    *("<p>", "</p>", "<html><body>", "<table><tr><td>", "&nbsp;", "&#51;", "<!--", "\x00", "\u0301", "😀"),
    # zero-width and direction marks, digits of other scripts, emoji that hold digits
    *("\u200b", "\u200d", "\u202e", "\u2066", "٣", "१", "𝟛", "②", "²", "Ⅻ", "1️⃣", "\ufffd", "\r"),
)
