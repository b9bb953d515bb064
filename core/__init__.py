"""The architecture of Lesart. This package is all of it but the window, and knows nothing of Qt.

The way of the data, in one direction::

    file ─ reading ─> Article ─ language ─> spaCy Doc ─ claims ─> Claim
       ─ alignment ─> ClaimGroup ─ framing ─> Mark ─ compare ─> Comparison
    Comparison ─ store ─> project file     ─ report ─> HTML, PDF, DOCX, JSON …     ─ gui ─> the window

``core.compare.compare(sources, settings, job)`` is the one door: window, command line, tests and benchmarks go through
it, so a headless command can make again whatever the window shows. ``core.compare.revise`` lays a reader's decisions
over a comparison; what the program found and what the reader decided are both kept.

The rooms:

model         the frozen types that flow; ids come from content; offsets are code points of ``Article.text``
errors, job   ``UserError`` is the file's or the reader's fault and is one sentence; anything else is a bug. A ``Job``
              reports how far the work is and stops it
cores         numpy's work side by side, in threads, with one thread for each product
crew          further processes of the program, and how work is shared with them
phrases       what the core says to the reader: keys, and sentences in both languages in ``resources/phrases``
reading       bytes to articles: a registry of formats, one module a family, what was left out, and how it is mended
language      which language, the spaCy pipelines, the sentence encoder, names, figures, lexicons
claims        sentences to claims: cutting, speakers, voice
alignment     claims to links to groups: candidates, scores, relations
framing       groups to marks: one module a lens, all with one signature
compare       joins the stages, and is the only module that knows them all; known keeps what a text need not be asked twice;
              workers have articles analysed by the crew as well; memory goes back to the system
copies        articles that are largely copies of one another; mending: decisions follow their words into a mended text
lineage       who took what from whom: the stemma, and what changed along its edges
decisions     what becomes of a comparison when a reader joins, splits, rejects, adds; agreement of two readers
index         look-ups over one comparison, for whoever shows it
store         the project file, drafts, library, snapshots; the only user of sqlite-utils
report        a comparison in every format, of which all tell the same
batch         many events, one after the other
cli           the command line; desktop: menu entry, icons, manual page; instruments: what analyses which language
gold          annotated events, for fitting and measuring alone

Rules that tests keep (``pyproject.toml``, import-linter): no Qt here; stages do not import one another; nothing but
``compare`` and ``cli`` looks down on all of them; heavy libraries are imported where they are used, so that the window
appears first. In ``gui``, ``jobs`` alone touches threads and ``offsets`` alone knows that Qt counts UTF-16 units; the
views know a ``Session`` and not one another.

Invariants, as property tests: every span lies in its text; a claim is in one group or in none; the order in which
articles are opened changes the order of the columns and nothing else; stored and loaded, a comparison is equal.

Figures in comments were measured, and say by what; thresholds are fitted (the ``fit`` modules) on annotated events, and
``python -m tests.quality`` measures them on others. Floors in ``tests`` keep them from sinking.
"""
