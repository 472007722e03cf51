#!/usr/bin/env python3
"""Our planner beside Fast Downward, on the same problems: see README.md.

Writes the problems, lets Fast Downward find an optimal plan for each, plays that plan through our engine, and compares
lengths and times. The exit status is 0 only when every length is the same and every plan is accepted.
"""

import importlib.util
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SEARCH = "astar(lmcut())"
ROUNDS = 3


def downward():
    """Where the package up-fast-downward keeps its planner."""
    found = importlib.util.find_spec("up_fast_downward")
    if found is None or found.origin is None:
        sys.exit("Fast Downward is missing: pip install unified-planning up-fast-downward")
    return pathlib.Path(found.origin).parent / "downward" / "fast-downward.py"


def ours(*arguments):
    command = ["cargo", "run", "--release", "--quiet", "--manifest-path", HERE / "Cargo.toml", "--", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def theirs(folder, name):
    """The length of its plan, and the seconds of its search and of all it does, translation included."""
    plan = folder / f"{name}.plan"
    command = [sys.executable, downward(), "--plan-file", plan]
    command += [folder / f"{name}.domain.pddl", folder / f"{name}.problem.pddl", "--search", SEARCH]
    said = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=folder)
    if said.returncode != 0:
        sys.exit(f"{name}: Fast Downward found no plan\n{said.stdout}")
    number = lambda words: float(re.search(rf"{words}: ([0-9.e+-]+)", said.stdout)[1])
    translation = float(re.search(r"Done! \[([0-9.]+)s CPU", said.stdout)[1])
    return int(number("Plan cost")), number("Search time"), translation + number("Total time")


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()).resolve()
    ours("write", folder)
    lines = [line.split("\t") for line in (folder / "ours.tsv").read_text().splitlines()]
    found = {name: [theirs(folder, name) for _ in range(ROUNDS)] for name, _, _ in lines}
    accepted = dict(line.split("\t") for line in ours("check", folder).splitlines())
    print("| state | acts, ours | acts, theirs | ours, ms | their search, ms | all of theirs, ms | search / ours | all / ours |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    same, of_search, of_all = True, [], []
    for name, acts, micros in lines:
        cost = found[name][0][0]
        search = 1000 * statistics.median(run[1] for run in found[name])
        total = 1000 * statistics.median(run[2] for run in found[name])
        mine = int(micros) / 1000
        # A plan counts when the engine accepted each of its acts, and there were as many as it cost.
        same &= cost == int(acts) and accepted.get(name) == str(cost)
        of_search.append(search / mine)
        of_all.append(total / mine)
        times = f"{mine:.2f} | {search:.2f} | {total:.0f} | {search / mine:.1f} | {total / mine:.0f}"
        print(f"| {name} | {acts} | {cost} | {times} |")
    print(f"\nRatio of the whole: least {min(of_all):.0f}, middle {statistics.median(of_all):.0f}.")
    print(f"Ratio of the search alone: least {min(of_search):.1f}, middle {statistics.median(of_search):.1f}.")
    if not same:
        sys.exit("The lengths are not the same, or a plan was not accepted.")
    print("Every length is the same, and every plan of theirs was accepted act by act and met the goals.")


if __name__ == "__main__":
    main()
