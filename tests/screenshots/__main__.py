"""``python -m tests.screenshots OUTDIR`` paints the window."""

from __future__ import annotations

import sys

from tests.screenshots import window

if __name__ == "__main__":
    sys.exit(window.main(sys.argv[1:]))
