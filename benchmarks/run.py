"""Compare what a user waits for with the least that it could cost, both inside one run.

``python3 dev.py bench [REPEATS]`` prints, for each pair, the least and the median time of the program and
of the bound, and the ratio of the least times: only ratios within one run mean anything.  What a pair
compares is said in its module.  What a person who types waits for has its median and 99th percentile.
``python3 dev.py bench --cases N`` measures a library of N cases instead (:mod:`holding`), ``--actions N``
what the program holds after long work (:mod:`staying`).
"""

from __future__ import annotations

import argparse
import compileall
import statistics
import sys
from pathlib import Path

import drafting
import holding
import keyboard
import knowing
import saving
import starting
import staying

ROOT = Path(__file__).resolve().parent.parent
PAIRS = (
    ("durable set_answer / one raw sqlite3 commit", saving.measured),
    ("all of the law / parsing its files", knowing.loaded),
    ("one question of the law / a look into a dict", knowing.asked),
)


def line(name: str, ours: list[float], bound: list[float]) -> str:
    """One line of the report; times in milliseconds."""
    parts = (min(ours), statistics.median(ours), min(bound), statistics.median(bound), min(ours) / min(bound))
    return "{:48}{:9.2f} ({:.2f}){:9.2f} ({:.2f}){:8.2f}".format(name, *parts)


def main() -> int:
    """Print one line for each pair, and the motions a second; or what a large library takes."""
    parser = argparse.ArgumentParser(prog="bench", description="Measure the program.")
    parser.add_argument("repeats", type=int, nargs="?", default=15)
    parser.add_argument("--cases", type=int, help="measure a library of so many cases instead")
    parser.add_argument("--actions", type=int, help="measure the memory over so many actions instead")
    asked = parser.parse_args()
    compileall.compile_dir(ROOT / "src", quiet=1)  # an installed program is compiled
    if asked.cases or asked.actions:
        lines = holding.measured(asked.cases) if asked.cases else staying.measured(asked.actions)
        for told in lines:
            print(told, flush=True)
        return 0
    return paired(asked.repeats)


def paired(repeats: int) -> int:
    """Print one line for each pair, and the motions a second."""
    print(f"{'least (median) in ms, ' + str(repeats) + ' rounds':48}{'drafter':>16}{'bound':>16}{'ratio':>8}")
    for name, measured in PAIRS:
        print(line(name, *measured(repeats)), flush=True)
    for name, times in (starting.measured(repeats) | drafting.measured(repeats)).items():
        print(line(name, *times), flush=True)
    for name, waited in keyboard.measured(repeats).items():
        middle, worst = keyboard.quantiles(waited)
        print(f"{name:48}{middle:9.2f} median{worst:9.2f} p99", flush=True)
    for name, rate in drafting.rates().items():
        print(f"{name:48}{rate:9.0f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
