"""The articles side by side."""
