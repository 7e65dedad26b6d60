"""All benchmarks, one after the other."""

from __future__ import annotations

from benchmarks import cards, commands, counting, delivering, feeds, newsletters, planning, reading

for benchmark in (commands, reading, feeds, counting, newsletters, cards, planning, delivering):
    print(f"\n## {(benchmark.__doc__ or '').splitlines()[0]}")
    benchmark.main()
