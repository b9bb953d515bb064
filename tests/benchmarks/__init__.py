"""Speed, as ratios measured in one run: ``python -m tests.benchmarks NAME [--json]``. No test is timed."""
