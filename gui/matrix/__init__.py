"""The shared claims as a table: who carries what, and who leaves it out."""
