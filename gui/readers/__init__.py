"""Two readers of one comparison: whose decisions there are, and where they differ."""
