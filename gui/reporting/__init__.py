"""What goes into a report: the dialog that asks for it, and the presets that remember it."""
