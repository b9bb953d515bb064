"""The stemma: who took it from whom, as a tree, a table, and claim by claim."""
