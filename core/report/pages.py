"""The sheets of the PDF: A4, one column or two, a foot with the page's number, headings that are bookmarks."""

from __future__ import annotations

import io
from typing import Any

from core.report.faces import safe
from core.report.paper import MUTED, styles
from core.report.words import visible

MM = 72 / 25.4
PAGE = (210 * MM, 297 * MM)
MARGIN = 17 * MM
WIDE = PAGE[0] - 2 * MARGIN
GUTTER = 8 * MM


def bound(story: list[Any], title: str, author: str, language: str, foot: str) -> bytes:
    """The PDF of ``story``; its page templates are ``one`` (a column) and ``two``. The same story, the same bytes."""
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    out = io.BytesIO()
    document = BaseDocTemplate(
        out, pagesize=PAGE, leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=MARGIN,
        title=visible(title), author=author, lang=language, invariant=1,
    )  # fmt: skip
    high = PAGE[1] - 2 * MARGIN
    half = (WIDE - GUTTER) / 2
    none = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    one = [Frame(MARGIN, MARGIN, WIDE, high, **none)]
    two = [Frame(MARGIN + i * (half + GUTTER), MARGIN, half, high, **none) for i in range(2)]

    def draw_foot(canvas: Any, page: Any) -> None:
        canvas.saveState()
        canvas.setFont(styles()["small"].fontName, 7.5)
        canvas.setFillColor(MUTED)
        canvas.drawString(MARGIN, MARGIN - 20, foot.replace("\u202f", "\u00a0"))
        canvas.drawRightString(PAGE[0] - MARGIN, MARGIN - 20, str(page.page))
        canvas.restoreState()

    document.addPageTemplates([PageTemplate("one", one, onPage=draw_foot), PageTemplate("two", two, onPage=draw_foot)])
    document.build(story)
    return out.getvalue()


class Heading:
    """Makes headings that are bookmarks as well."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, text: str, style: str, level: int) -> Any:
        """A paragraph in ``style``, a bookmark of ``level`` (0 the highest)."""
        from reportlab.platypus import Paragraph

        self.number += 1
        key = f"h{self.number}"

        class Marked(Paragraph):  # type: ignore[misc]  # reportlab's classes have no types
            def draw(self) -> None:
                self.canv.bookmarkPage(key)
                self.canv.addOutlineEntry(visible(text), key, level, closed=level == 0)
                super().draw()

        return Marked(safe(text), styles()[style])
