"""What introduces a block names whom its figures are of: the line above a list, the headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.introduction import Lead
from claimx.claim.layout import lay_out
from claimx.claim.linker import WeighedChooser, link
from claimx.clean import label
from claimx.source import read_text
from claimx.text.words import segmenter

if TYPE_CHECKING:
    from claimx.claim.mention import Candidate, Mention


class _Subjects(WeighedChooser):
    """Notes the subjects proposed for every figure, each with the pattern that proposed it first."""

    def __init__(self) -> None:
        self.proposed: dict[str, dict[str | None, str]] = {}

    def choose(self, task: str, mention: Mention, candidates: list[Candidate]) -> tuple[Candidate | None, float]:
        if task == "subject":
            self.proposed[mention.quantity.text] = {c.text: c.pattern for c in reversed(candidates)}
        return super().choose(task, mention, candidates)


def _proposed(text: str) -> dict[str, dict[str | None, str]]:
    document = read_text(text)
    listener = _Subjects()
    labelled = [block for block in label(document) if block.main]
    for _ in link(lay_out(document, labelled, None, segmenter()), listener):
        pass
    return listener.proposed


def test_a_line_above_a_list_is_proposed_to_every_item() -> None:
    items = "".join(f"- 营收{figure}亿元\n" for figure in range(11, 17))
    proposed = _proposed(f"云帆慢病管理市场：\n\n{items}\n另一家的营收达99亿元。\n")
    for figure in range(11, 17):
        assert proposed[f"{figure}亿元"]["云帆慢病管理市场"] == "lead"
    assert "lead" not in proposed["99亿元"].values()


def test_a_name_quoted_in_a_heading_is_proposed_below_it() -> None:
    proposed = _proposed("## 六、《远山之外》带动旅游\n\n旅游收入达20亿元。\n\n## 七、小结\n\n成本达30亿元。\n")
    assert proposed["20亿元"]["远山之外"] == "heading"
    assert "远山之外" not in proposed["30亿元"]


def test_a_list_hangs_on_the_last_paragraph_before_it() -> None:
    lead = Lead()
    seen = []
    for index, (text, kind) in enumerate(
        [
            ("慢病市场：", "paragraph"),
            ("营收3亿元", "list"),
            ("利润1亿元", "list"),
            ("一、概况", "heading"),
            ("甲", "list"),
        ]
    ):
        lead.pass_by(index, text, kind)
        seen.append((lead.index, lead.line))
    assert seen == [(0, "慢病市场"), (0, "慢病市场"), (0, "慢病市场"), (None, ""), (None, "")]


def test_the_country_is_proposed_wherever_the_article_has_named_it() -> None:
    names = "在我国，网络发展很快。\n\n"
    told = "移动用户规模达3.96亿户。\n"
    assert (
        _proposed(f"{names}{'人人都上网。' * 3}\n\n这很方便。\n\n大家常用。\n\n{told}")["3.96亿户"]["我国"] == "nation"
    )
    assert "nation" not in _proposed(told)["3.96亿户"].values()
