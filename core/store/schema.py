"""The tables of a project file, as numbered steps: each step and the record of it in one transaction.

``user_version`` is the number of steps that the file has seen. A released step is never changed; what comes later is
a new step. Every table that holds a list has ``place``, its order from 0. Columns that hold a short list hold it as
JSON. Offsets (``start``, ``stop``) count code points of the article's text, half-open, so that
``substr(text, start + 1, stop - start)`` is the passage.

Links, groups and marks are those that the machine found, decisions those that the reader took: neither is written
into the other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

Step = Callable[["Database"], None]
STEPS: list[Step] = []
NAME = "lesart"
"""Under this name sqlite-utils keeps its record of the steps."""


def step(change: Step) -> Step:
    """Make ``change`` the next step."""
    STEPS.append(change)
    return change


def version() -> int:
    """The ``user_version`` of files that this program writes."""
    return len(STEPS)


def migrate(db: Database, stop_before: str | None = None) -> None:
    """Bring the file to this program's version, step by step. A step that fails leaves the file at the one before."""
    from sqlite_utils.migrations import Migrations

    migrations = Migrations(NAME)
    for number, change in enumerate(STEPS, 1):
        migrations(name=change.__name__)(_numbered(change, number))
    migrations.apply(db, stop_before=stop_before)


def _numbered(change: Step, number: int) -> Step:
    def run(db: Database) -> None:
        change(db)
        db.execute(f"PRAGMA user_version = {number}")

    run.__name__ = change.__name__
    return run


@step
def step_1_comparison(db: Database) -> None:
    """A comparison: articles, what was found in them, and what the reader decided."""
    db.executescript(_COMPARISON)


@step
def step_2_snapshots(db: Database) -> None:
    """States to go back to."""
    db.executescript(_SNAPSHOTS)


@step
def step_3_revised(db: Database) -> None:
    """Whether the reader's decisions change the groups and marks, which are kept as the machine found them."""
    db.execute("ALTER TABLE provenance ADD COLUMN revised INTEGER NOT NULL DEFAULT 0")


@step
def step_4_address(db: Database) -> None:
    """The canonical address of an article, as its file gives it."""
    db.execute("ALTER TABLE articles ADD COLUMN address TEXT")


@step
def step_5_work(db: Database) -> None:
    """What makes work on the project go on quickly: steps to undo, what is known of the texts; and who may read it."""
    db.executescript(_WORK)


@step
def step_6_left_out(db: Database) -> None:
    """Before which section a passage stood that was left out; NULL where that is not known."""
    db.execute("ALTER TABLE dropped ADD COLUMN section INTEGER")


_COMPARISON = """
CREATE TABLE provenance (lesart TEXT NOT NULL, created TEXT NOT NULL);
CREATE TABLE models (place INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT NOT NULL);
CREATE TABLE error_rates (place INTEGER PRIMARY KEY, name TEXT NOT NULL, value REAL NOT NULL);
CREATE TABLE settings (
  link_threshold REAL NOT NULL,
  lenses TEXT NOT NULL -- JSON: kinds of marks
);
CREATE TABLE originals (
  sha256 TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  content BLOB NOT NULL -- the source file as it was read
);
CREATE TABLE articles (
  place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, sha256 TEXT NOT NULL, title TEXT NOT NULL,
  text TEXT NOT NULL, language TEXT NOT NULL, outlet TEXT, author TEXT, published TEXT
);
CREATE TABLE sections (
  article_id TEXT NOT NULL REFERENCES articles (id), place INTEGER NOT NULL, kind TEXT NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, PRIMARY KEY (article_id, place)
);
CREATE TABLE dropped (
  article_id TEXT NOT NULL REFERENCES articles (id), place INTEGER NOT NULL, text TEXT NOT NULL, why TEXT NOT NULL,
  PRIMARY KEY (article_id, place)
);
CREATE TABLE claims (
  place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL REFERENCES articles (id),
  start INTEGER NOT NULL, stop INTEGER NOT NULL,
  content TEXT NOT NULL, -- JSON: the [start, stop] of the parts that are compared
  position REAL NOT NULL, -- 0 first claim of the article, 1 last
  voice TEXT NOT NULL,
  speaker TEXT, verb TEXT, mode TEXT, -- mode is NULL where the claim is attributed to nobody
  named INTEGER, speaker_start INTEGER, speaker_stop INTEGER
);
CREATE INDEX claims_article ON claims (article_id);
CREATE TABLE links (
  place INTEGER PRIMARY KEY, a TEXT NOT NULL REFERENCES claims (id), b TEXT NOT NULL REFERENCES claims (id),
  score REAL NOT NULL, relation TEXT NOT NULL,
  meaning REAL NOT NULL, wording REAL NOT NULL, words REAL NOT NULL, rank REAL NOT NULL, support REAL NOT NULL,
  names TEXT NOT NULL, figures TEXT NOT NULL -- JSON: what both claims name
);
CREATE INDEX links_a ON links (a);
CREATE INDEX links_b ON links (b);
CREATE TABLE claim_groups (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, gist TEXT NOT NULL);
CREATE TABLE members (
  group_id TEXT NOT NULL REFERENCES claim_groups (id), place INTEGER NOT NULL,
  claim_id TEXT NOT NULL REFERENCES claims (id), PRIMARY KEY (group_id, place)
);
CREATE INDEX members_claim ON members (claim_id);
CREATE TABLE group_links (
  group_id TEXT NOT NULL REFERENCES claim_groups (id), place INTEGER NOT NULL,
  link INTEGER NOT NULL REFERENCES links (place), PRIMARY KEY (group_id, place)
);
CREATE TABLE omissions (
  group_id TEXT NOT NULL REFERENCES claim_groups (id), place INTEGER NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id),
  nearest TEXT REFERENCES claims (id), score REAL NOT NULL, PRIMARY KEY (group_id, place)
);
CREATE TABLE marks (
  place INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, article_id TEXT NOT NULL REFERENCES articles (id),
  start INTEGER NOT NULL, stop INTEGER NOT NULL, group_id TEXT REFERENCES claim_groups (id), voice TEXT NOT NULL,
  strength REAL NOT NULL,
  reason TEXT NOT NULL, reason_values TEXT NOT NULL -- a phrase's key, and JSON: what fills it
);
CREATE INDEX marks_article ON marks (article_id);
CREATE TABLE against (
  mark INTEGER NOT NULL REFERENCES marks (place), place INTEGER NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id), start INTEGER NOT NULL, stop INTEGER NOT NULL,
  PRIMARY KEY (mark, place)
);
CREATE TABLE decisions (
  place INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, created TEXT NOT NULL,
  claims TEXT NOT NULL, -- JSON: ids of claims, which may since have lapsed
  mark TEXT, mark_kind TEXT, passage_article_id TEXT, passage_start INTEGER, passage_stop INTEGER,
  article_id TEXT, text TEXT NOT NULL, reader TEXT NOT NULL
);
CREATE INDEX decisions_id ON decisions (id);
CREATE TABLE failures (
  place INTEGER PRIMARY KEY, source TEXT NOT NULL, reason TEXT NOT NULL, reason_values TEXT NOT NULL
);
CREATE TABLE unrelated (place INTEGER PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles (id));

CREATE VIEW read_claims AS
  SELECT c.id, a.outlet, a.title, c.voice, c.speaker, c.verb, m.group_id,
         substr(a.text, c.start + 1, c.stop - c.start) AS words
  FROM claims c JOIN articles a ON a.id = c.article_id LEFT JOIN members m ON m.claim_id = c.id ORDER BY c.place;
CREATE VIEW read_links AS
  SELECT l.score, l.relation, l.meaning, l.wording,
         substr(a.text, c.start + 1, c.stop - c.start) AS a_words, a.outlet AS a_outlet,
         substr(b.text, d.start + 1, d.stop - d.start) AS b_words, b.outlet AS b_outlet
  FROM links l JOIN claims c ON c.id = l.a JOIN articles a ON a.id = c.article_id
               JOIN claims d ON d.id = l.b JOIN articles b ON b.id = d.article_id ORDER BY l.place;
CREATE VIEW read_marks AS
  SELECT m.kind, a.outlet, a.title, m.voice, m.strength, substr(a.text, m.start + 1, m.stop - m.start) AS words, g.gist
  FROM marks m JOIN articles a ON a.id = m.article_id LEFT JOIN claim_groups g ON g.id = m.group_id ORDER BY m.place;
"""

_SNAPSHOTS = """
CREATE TABLE snapshots (
  id INTEGER PRIMARY KEY AUTOINCREMENT, created TEXT NOT NULL, why TEXT NOT NULL,
  articles INTEGER NOT NULL, decisions INTEGER NOT NULL,
  sources TEXT NOT NULL, -- JSON: sha256 of the source files, which stay in originals
  file BLOB NOT NULL -- zlib-deflated: a project file in itself
);
"""

_WORK = """
CREATE TABLE readable (
  since INTEGER NOT NULL -- the lowest user_version whose programs read this file rightly; a step that changes what
                         -- older columns mean raises it to its own number, one that only adds leaves it
);
INSERT INTO readable VALUES (5);
CREATE TABLE history (
  id TEXT PRIMARY KEY, place INTEGER NOT NULL, text TEXT NOT NULL,
  at INTEGER, old TEXT, new TEXT, -- of a step that changed decisions alone: from which one on, JSON: those that went, those that came
  before BLOB, after BLOB, -- of any other step: zlib-deflated project files
  sources TEXT NOT NULL -- JSON: sha256 of the source files, which stay in originals
);
CREATE TABLE reached (place INTEGER NOT NULL); -- steps with a lower place are done, the others undone
INSERT INTO reached VALUES (0);
CREATE TABLE known (
  key TEXT PRIMARY KEY,
  content BLOB NOT NULL -- a parsed text or a vector, by what and of which text the key tells: a digest
);
"""
