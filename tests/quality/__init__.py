"""What the release is measured by: ``python -m tests.quality --events DIR --data DIR [--train DIR] [--write]
[--lineage]``.

``--events``: annotated events that nothing was fitted on; ``--train``: those that the models were fitted on (their
figures are too good and say so); ``--data``: public sets (BASIL, CheckThat!, WMT news). One module a table; each has a
function that returns its figures and one that says them as lines. ``--lineage``: the edges of the stemma on the sets of known descent in ``tests/gold/lineage``,
each by weights that were fitted on the others, and on ``--train`` in place of its other tables. ``--write`` keeps the rates of the marks
in ``resources/error_rates.json``, which the program shows its readers.
"""
