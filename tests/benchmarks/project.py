"""What reopening a project takes, and adding an article to it, against comparing its articles: 20 of 2,000 words.

The articles are made up word by word: a sixth of their sentences are those of the event, the rest each article's own.
Comparing is measured once (it takes minutes), the rest five times in turns.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

from core import store
from core.compare import compare
from core.known import Known
from core.model import Article, Comparison
from core.reading import read_text
from tests.benchmarks.measure import Table, interleaved, seconds

ARTICLES, WORDS = 20, 2000
SEED = 7
SHARED = 1 / 6


def _words(text: str) -> list[str]:
    return text.split()


_WHO = _words("""mayor minister nurse engineer fisherman baker teacher judge farmer historian painter referee gardener captain
widow student banker driver chemist priest tailor architect diver plumber poet surgeon translator miner conductor
beekeeper archivist glazier locksmith meteorologist midwife optician pharmacist potter sculptor violinist""")
_DID = _words("""announced denied inspected painted sold repaired closed measured photographed inherited questioned crossed
counted auctioned borrowed buried cleaned described destroyed enlarged flooded guarded hired insured joined lifted
moved named opened planted recorded salvaged tested unveiled visited warned weighed""")
_WHAT = _words("""bridge harbour hospital orchard archive tunnel lighthouse ferry museum brewery greenhouse railway cathedral
reservoir quarry theatre vineyard warehouse windmill stadium library canal factory observatory market chapel dam
aquarium barracks bakery cemetery dockyard embassy foundry garage hangar inn jetty kiosk laboratory""")
_HOW = _words("""old narrow flooded empty wooden forgotten public private northern southern disputed protected ruined costly
unfinished crowded silent heated painted rented haunted insured listed modern neglected""")
_WHERE = _words("""Aldmoor Brigsea Corvath Dunhollow Eastmere Fennick Garrow Hexley Ilmarsh Jorvale Keldon Lunden Marrow
Norhaven Ostwick Pellam Quarne Rushford Saltby Tarnwell""")
_WHEN = ("on Monday", "in March", "after the storm", "before dawn", "last winter", "during the strike", "at noon",
         "without notice", "for the third time", "despite the rain", "in {n} days", "for {n},000 euros",
         "with {n} helpers", "under protest")  # fmt: skip


def _sentence(chance: random.Random) -> str:
    pick = chance.choice
    when = pick(_WHEN).format(n=chance.randrange(3, 97))
    said = [
        f"The {pick(_WHO)} of {pick(_WHERE)} {pick(_DID)} the {pick(_HOW)} {pick(_WHAT)} {when}.",
        f"In {pick(_WHERE)} a {pick(_HOW)} {pick(_WHAT)} was {pick(_DID)} by the {pick(_WHO)} {when}.",
        f"The {pick(_WHO)} said that nobody had {pick(_DID)} the {pick(_WHAT)} near {pick(_WHERE)} {when}.",
        f"{when.capitalize()}, the {pick(_WHAT)} and the {pick(_WHAT)} were {pick(_DID)} together.",
    ]
    return pick(said)


def articles(count: int, words: int = WORDS) -> list[Article]:
    """``count`` articles of about ``words`` words about one event."""
    event = random.Random(SEED)
    shared = [_sentence(event) for _ in range(words // 40)]
    return [_article(number, words, shared) for number in range(count)]


def _article(number: int, words: int, shared: list[str]) -> Article:
    own = random.Random(SEED * 1000 + number)
    said: list[str] = []
    length = 0
    while length < words:
        sentence = own.choice(shared) if own.random() < SHARED else _sentence(own)
        said.append(sentence)
        length += len(sentence.split())
    paragraphs = [" ".join(said[n : n + 5]) for n in range(0, len(said), 5)]
    return read_text("\n\n".join([f"What happened on the river, part {number + 1}", *paragraphs]), f"part-{number}.txt")


def run() -> Table:
    """Compare, keep, open again, add one."""
    *first, last = articles(ARTICLES)
    folder = Path(tempfile.mkdtemp(prefix="lesart-benchmark-"))
    path = folder / "river.lesart"
    compare(articles(2, 100))  # the models are loaded: that is no part of any of these
    known = Known()
    compare(first, known=known)
    kept = dict(known.only_wanted())
    later: list[Known] = []
    found: dict[str, Comparison] = {}

    def comparing(what: str, some: list[Article], known: Known | None = None) -> None:
        found[what] = compare(some, known=known)

    def adding() -> float:
        later[:] = [Known(kept)]
        return seconds(lambda: comparing("adding", [*first, last], later[0]))

    taken = interleaved({
        "comparing all anew": lambda: seconds(lambda: comparing("anew", [*first, last])),
        "comparing all but one": lambda: seconds(lambda: comparing("but one", first, Known())),
        "adding the last": adding,
    })  # fmt: skip
    with store.Project.create(path, found["anew"]) as project:
        project.remember(later[0].only_wanted())
    ways: dict[str, Callable[[], float]] = {
        "opening the project again": lambda: seconds(lambda: store.Project(path).close()),
        "reading it (store.load)": lambda: seconds(lambda: store.load(path)),
        "what is known of the texts": lambda: _reading_known(path),
    }
    taken |= interleaved(ways)
    size, alike = path.stat().st_size / 1e6, _alike(found["adding"], found["anew"])
    fresh = taken["comparing all anew"]
    return Table(
        f"A project of {ARTICLES} articles of {WORDS} words, {size:.0f} MB; {len(found['anew'].links)} links, of which"
        f" {100 * alike:.2f} % are the same where the last article was added",
        ("what", "seconds", "of comparing anew"),
        tuple((name, time, time / fresh) for name, time in taken.items()),
    )


def _alike(one: Comparison, other: Comparison) -> float:
    """What share of the links of both is in either. Not quite 1 where two scores hang in the balance: the encoder's
    last digit depends on what else is in its batch (differences up to 2e-7 were measured)."""
    pairs, others = ({(x.a, x.b) for x in c.links} for c in (one, other))
    return len(pairs & others) / max(1, len(pairs | others))


def _reading_known(path: Path) -> float:
    with store.Project(path) as project:
        return seconds(project.known)
