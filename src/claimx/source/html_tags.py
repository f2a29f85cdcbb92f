"""What the HTML reader knows of tags, class names and styles."""

from __future__ import annotations

import re
from typing import Literal

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


#: Elements that a browser sets on lines of their own.
BLOCK = _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol optgroup p pre search "
    "section summary table tbody td tfoot th thead tr ul"
)
#: Elements without content or end tag.
VOID = _names("area base br col embed hr img input link meta param source track wbr")
#: Elements whose content is not markup: it ends at the end tag of the same name and nowhere else.
RAW = _names("script style textarea title xmp iframe noembed noframes noscript")
#: Elements of which nothing shows as text of the page.
UNSHOWN = _names("template svg math object audio video canvas select datalist head")
#: Start tags that close an open element of the second kind.
CLOSES = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "tr": ("td", "th", "tr"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tbody": ("td", "th", "tr", "thead", "tbody"),
    "tfoot": ("td", "th", "tr", "thead", "tbody"),
}
#: An end tag does not reach through these.
SCOPES = frozenset({"table", "td", "th", "caption", "html"})

_ATTRIBUTE = re.compile(r"""([a-zA-Z][\w:.-]{0,60})\s{0,20}(?:=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
# visibility:hidden is left alone: pages that fade their text in by script are saved with it.
_HIDDEN_STYLE = re.compile(r"display\s{0,5}:\s{0,5}none", re.I)
_FURNITURE = re.compile(
    r"""
    (?<![a-z])(?:
      (?:site|top|sub|main|bottom|g|w|m)?[-_]?(?:nav|menu|header|head|foot|footer|toolbar|topbar|bar|banner)s?
    | navigation | bread[-_]?crumbs? | crumbs? | sidebar | side | aside | rightbar | leftbar | right | rank\w{0,8}
    | comments? | cmt | repl(?:y|ies) | discuss\w{0,6} | share\w{0,8} | social\w{0,8} | bdsharebuttonbox
    | recommend\w{0,8} | related?\w{0,8} | relevant | hot\w{0,6} | more\w{0,6} | links? | friend[-_]?links?
    | ads? | advert\w{0,10} | sponsor\w{0,4} | promo\w{0,6} | copyright | disclaimer | login | qr\w{0,6} | ewm
    | pager | pagination | pages? | tags? | popup | modal | dialog | tips? | tool\w{0,6} | author[-_]?(?:info|box|card)
    )(?![a-z])
    """,
    re.X,
)
_BODY = re.compile(
    r"""
    (?<![a-z])(?:
      (?:article|post|news|entry|main|detail|page|txt|text|art|story)[-_]?(?:content|body|text|txt|detail|con|main)
    | article | artibody | content | con | body | text | txt | post | entry | detail | story | main | zw | zhengwen
    | trs[-_]editor | richtext | rich[-_]text | markdown[-_]body
    )(?![a-z])
    """,
    re.X,
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def attributes(source: str) -> dict[str, str]:
    """The attributes of a start tag, names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(source):
        found.setdefault(name.lower(), double or single or bare)
    return found


def is_hidden(attrs: dict[str, str]) -> bool:
    """Whether the element itself says that it is not shown."""
    return "hidden" in attrs or _HIDDEN_STYLE.search(attrs.get("style", "")) is not None


def role(tag: str, attrs: dict[str, str]) -> Literal["body", "furniture", ""]:
    """What the names an element goes by say of its content: the article's body, or the page around it."""
    if tag in {"nav", "footer", "aside"}:
        return "furniture"
    if tag == "article":
        return "body"
    names = f"{attrs.get('id', '')} {attrs.get('class', '')}"
    if names == " ":
        return ""
    names = _CAMEL.sub("-", names).lower()
    if _BODY.search(names):
        return "body"
    return "furniture" if _FURNITURE.search(names) else ""
