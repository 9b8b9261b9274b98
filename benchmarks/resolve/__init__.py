"""How fast and how exactly provisions are judged; `python -m benchmarks.resolve.run`."""
