"""The lens bar: which cues are shown."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from core.model import KINDS, Kind, Voice
from gui import marks as look
from gui.decided import shown
from gui.lenses.flow import Flow
from gui.places import outlet
from gui.session import MarkFilter, Session
from gui.theme import colors, is_dark

PAD = 7
"""Left and right inside a chip, in pixels."""
FULL, LETTERS, SHORT = range(3)
"""How chips name their kinds: in full; those without a cue by their letter alone; the others cut short besides."""
SHORTEST = 8
"""A name that is cut short is as long as so many letters of common width."""
ENDLESS = 100_000
"""Pixels on which any bar has room."""
VOICES: tuple[Voice, ...] = ("outlet", "speaker")


class Chip(QAbstractButton):
    """A kind of cue: letter, name, count, its line; pressed while it is shown."""

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.count = 0
        self.naming = FULL
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Show ``count`` and the kind's name in the language of the interface."""
        if (count, look.name(self.kind), look.meaning(self.kind)) == (self.count, self.text(), self.toolTip()):
            return  # ten chips that paint anew with every switch of one take as long as a column
        self.count = count
        self.setText(look.name(self.kind))
        self.setToolTip(look.meaning(self.kind))
        self.setAccessibleName(f"{look.name(self.kind)}: {count}")
        self.updateGeometry()
        self.update()

    def name_kind(self, naming: int) -> None:
        """Name the kind in FULL, by LETTERS or SHORT."""
        if naming != self.naming:
            self.naming = naming
            self.updateGeometry()
            self.update()

    def shown(self) -> str:
        """The name as it is seen."""
        if self.naming != FULL and not self.count:
            return ""
        room = SHORTEST * self.fontMetrics().averageCharWidth() if self.naming == SHORT else ENDLESS
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        text = metrics.horizontalAdvance(f"{self.shown()} {self.count}".strip()) + 4
        return QSize(text + QFontMetrics(self._bold()).horizontalAdvance("W") + 2 * PAD + 4, metrics.height() + 12)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter, on = colors(self), QPainter(self), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(c.edge if on else c.line), 1))
        painter.setBrush(QColor(c.raised if on else c.window) if not self.underMouse() else QColor(c.hover))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        shade = look.color(self.kind, is_dark(self)) if on and self.count else QColor(c.muted)
        metrics, bold = self.fontMetrics(), self._bold()
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        wide = QFontMetrics(bold).horizontalAdvance("W")
        painter.setPen(shade)
        painter.setFont(bold)
        letter = look.LOOKS[self.kind].letter
        painter.drawText(round(PAD + (wide - QFontMetrics(bold).horizontalAdvance(letter)) / 2), round(base), letter)
        painter.setFont(self.font())
        x = PAD + wide + 4
        painter.setPen(QColor(c.text if on and self.count else c.muted))
        painter.drawText(x, round(base), self.shown())
        width = metrics.horizontalAdvance(self.shown())
        painter.setPen(QColor(c.muted))
        painter.drawText(x + width + (5 if width else 0), round(base), str(self.count))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if on:
            painter.setPen(look.pen(self.kind, is_dark(self)) if self.count else QPen(Qt.PenStyle.NoPen))
            painter.drawPath(look.underline(self.kind, x, x + width, base + 4))
        else:
            left = x if width else PAD
            painter.drawLine(left, round(base - metrics.ascent() / 3), x + width, round(base - metrics.ascent() / 3))
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.accent), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), box.height() / 2, box.height() / 2)


class LensBar(QWidget):
    """One chip for each kind, a slider for their strength, a switch for each voice."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.chips = {kind: Chip(kind, self) for kind in KINDS}
        self.voice = QToolButton(self)
        self.voices = {voice: QAction(self) for voice in VOICES}
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.weaker = QToolButton(self)
        self.weaker.setObjectName("weaker")
        self.weaker.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.weaker.clicked.connect(lambda: session.filter_marks(strength=0.0))
        flow = Flow(self, spacing=4)
        flow.setContentsMargins(10, 8, 8, 6)
        for kind, chip in self.chips.items():
            chip.clicked.connect(lambda on, kind=kind: self._switch(kind, on))
            flow.addWidget(chip)
        menu = QMenu(self.voice)
        for voice, action in self.voices.items():
            action.setCheckable(True)
            action.triggered.connect(lambda on, voice=voice: self._hear(voice, on))
            menu.addAction(action)
        menu.addSeparator()
        self.articles: dict[str, QAction] = {}
        self._menu = menu
        self.voice.setMenu(menu)
        self.voice.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        flow.addWidget(self.voice)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setFixedWidth(52)
        self.slider.valueChanged.connect(lambda value: session.filter_marks(strength=value / 100))
        strength = QWidget(self)
        row = QHBoxLayout(strength)
        row.setContentsMargins(2, 0, 0, 0)
        row.addWidget(self.slider)
        row.setSpacing(2)
        row.addWidget(self.weaker)
        flow.addWidget(strength)
        session.comparison_changed.connect(self._say)
        session.filter_changed.connect(self._say)
        self._say()

    def counts(self) -> Counter[Kind]:
        """How many cues of each kind the other settings (voices, strength) let through."""
        index = self._session.index
        return shown(index, self._session.filter).kinds if index else Counter()

    def _switch(self, kind: Kind, on: bool) -> None:
        kinds = self._session.filter.kinds
        if QApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier:
            # Alt shows this kind alone, and a second time all of them again.
            self._session.filter_marks(kinds=frozenset(KINDS) if kinds == {kind} else frozenset({kind}))
            self._say()
            return
        self._session.filter_marks(kinds=kinds | {kind} if on else kinds - {kind})

    def _hear(self, voice: Voice, on: bool) -> None:
        voices = self._session.filter.voices
        self._session.filter_marks(voices=voices | {voice} if on else voices - {voice})

    def _say(self) -> None:
        lenses, counts = self._session.filter, self.counts()
        for kind, chip in self.chips.items():
            chip.setChecked(kind in lenses.kinds)
            chip.show_count(counts[kind])
        self._say_voices(lenses)
        self._say_strength(lenses)

    def _say_voices(self, lenses: MarkFilter) -> None:
        """Whose words are heard, and in which articles: the button, and the menu behind it."""
        names = {"outlet": self.tr("Outlet’s voice"), "speaker": self.tr("Speakers’ voice")}
        tips = {
            "outlet": self.tr("what the article says itself"),
            "speaker": self.tr("what it quotes or reports"),
        }
        for voice, action in self.voices.items():
            action.setChecked(voice in lenses.voices)
            action.setText(f"{names[voice]} – {tips[voice]}")
        heard = [names[voice] for voice in VOICES if voice in lenses.voices]
        said = self.tr("All voices") if len(heard) == len(VOICES) else heard[0] if heard else self.tr("No voice")
        if lenses.without and self._session.index:
            every = len(self._session.index.article)
            some = (
                self.tr("%1 of %2 articles").replace("%2", str(every)).replace("%1", str(every - len(lenses.without)))
            )
            said = some if len(heard) == len(VOICES) else f"{said} · {some}"
        self.voice.setText(f"{said} ▾")
        self.voice.setToolTip(self.tr("In whose words, and in which articles, cues are shown"))
        self._list_articles(lenses)

    def _list_articles(self, lenses: MarkFilter) -> None:
        index = self._session.index
        known = index.article if index else {}
        if list(self.articles) != list(known):
            for action in self.articles.values():
                self._menu.removeAction(action)
                action.deleteLater()
            self.articles = {article: QAction(self._menu) for article in known}
            for article, action in self.articles.items():
                action.setCheckable(True)
                action.triggered.connect(lambda on, article=article: self._session.switch_article(article, on))
                self._menu.addAction(action)
        for article, action in self.articles.items():
            action.setText(outlet(known[article]).replace("&", "&&"))
            action.setChecked(article not in lenses.without)

    def _say_strength(self, lenses: MarkFilter) -> None:
        """The slider, and how many cues are too weak for it."""
        self.slider.setToolTip(self.tr("Show cues of at least this strength"))
        self.slider.setAccessibleName(self.tr("Least strength of the cues shown"))
        index = self._session.index
        weaker = shown(index, replace(lenses, strength=0.0)).count - shown(index, lenses).count if index else 0
        least = f"≥ {round(lenses.strength * 100)} %"
        self.weaker.setText(f"{least}  (+{weaker})" if weaker else least)
        hidden = self.tr("%Ln weaker cue(s) are hidden, for more of them are wrong. Click to show all.", "", weaker)
        self.weaker.setToolTip(hidden if weaker else self.tr("Show cues of at least this strength"))
        self.weaker.setAccessibleName(hidden if weaker else least)
        self.weaker.setEnabled(weaker > 0)
        self.slider.blockSignals(True)
        self.slider.setValue(round(lenses.strength * 100))
        self.slider.blockSignals(False)
        self._fit()

    def _fit(self) -> None:
        """Name the kinds as fully as one line allows; where nothing helps, in full on two."""
        flow = self.layout()
        for naming in (FULL, LETTERS, SHORT, FULL):
            for chip in self.chips.values():
                chip.name_kind(naming)
            if flow.heightForWidth(self.width()) == flow.heightForWidth(ENDLESS):
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
