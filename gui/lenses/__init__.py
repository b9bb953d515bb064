"""Which cues are shown."""
