"""The built program: ``python -m tests.build`` makes and tries it; ``LESART_BUILT=FOLDER pytest tests/build`` tries one
that is there. What needs no build is tested with everything else."""
