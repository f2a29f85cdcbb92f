"""Fail when the tests take fewer of the branches than the floor, lines aside.

    pytest --cov --cov-report=json:FILE && python scripts/branch_floor.py FILE

pytest itself knows only one floor, for lines and branches together, under which branches may hide behind lines.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

#: Per cent of the branches.
FLOOR = 95.0


def main() -> None:
    parser = argparse.ArgumentParser(description="The floor of branches that the tests take.")
    parser.add_argument("report", type=Path, help="what pytest --cov-report=json wrote")
    totals = json.loads(parser.parse_args().report.read_text(encoding="utf-8"))["totals"]
    taken = 100 * totals["covered_branches"] / totals["num_branches"]
    lines = 100 * totals["covered_lines"] / totals["num_statements"]
    print(f"{lines:.1f} % of the lines, {taken:.1f} % of the branches (floor {FLOOR:g} %)")
    sys.exit(taken < FLOOR)


if __name__ == "__main__":
    main()
