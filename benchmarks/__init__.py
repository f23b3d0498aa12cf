"""What the service costs, as ratios to floors that were measured in the same run.

`python -m benchmarks` writes `benchmarks/results.md`; `--quick` takes a minute and writes
nothing. A number by itself says how fast a machine is; a ratio says how good the code is.
"""
