"""Pictures to be looked at: of the window (``window``) and of the reports (``reports``)."""
