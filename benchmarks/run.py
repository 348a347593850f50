"""Compare what a user waits for with the least that it could cost, both inside one run.

``python3 dev.py bench [REPEATS]`` prints, for each pair, the least and the median time of the program and
of the other, and the ratio of the least times: only ratios within one run mean anything.  What is compared
is said in the module of each.
"""

from __future__ import annotations

import compileall
import statistics
import sys
from pathlib import Path

import drafting
import saving
import starting

ROOT = Path(__file__).resolve().parent.parent
MEASURED = (starting.measured, saving.measured, drafting.measured)


def line(name: str, ours: list[float], bound: list[float]) -> str:
    """One line of the report; times in milliseconds."""
    parts = (min(ours), statistics.median(ours), min(bound), statistics.median(bound), min(ours) / min(bound))
    return "{:48}{:9.2f} ({:.2f}){:9.2f} ({:.2f}){:8.2f}".format(name, *parts)


def main() -> int:
    """Print one line for each pair, then the rates."""
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    compileall.compile_dir(ROOT / "src", quiet=1)  # an installed program is compiled
    print(f"{'least (median) in ms, ' + str(repeats) + ' rounds':48}{'drafter':>16}{'other':>16}{'ratio':>8}")
    for measured in MEASURED:
        for name, times in measured(repeats).items():
            print(line(name, *times), flush=True)
    print(*drafting.rates(), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
