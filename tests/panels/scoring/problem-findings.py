#!/usr/bin/env python3
"""
The invented cars of problem-findings.test.ts, counted with SciPy and none of the project's code:
    python3 problem-findings.py
Prints problems per 100 with their 95 % intervals (Student), the changes on the wave before (Welch) and, of each pair of
brands, Welch's p beside the level at which Holm's correction holds it clear.
"""
from itertools import combinations

from scipy import stats

CARS = 120
KINDS = {"engine": 0, "interior": 41, "controls": 83}
COUNTS = {
    "w1": {brand: (30, 30, 60) for brand in "abcd"},
    "w2": {"a": (6, 6, 12), "b": (30, 30, 30), "c": (30, 30, 40), "d": (60, 60, 60)},
    "quiet": {"a": (30, 30, 61), "b": (30, 30, 60), "c": (30, 30, 60), "d": (30, 30, 60)},
}


def problems(wave, brand, kinds=tuple(KINDS)):
    """How many problems of these kinds each car of a brand has."""
    counts = dict(zip(KINDS, COUNTS[wave][brand]))
    return [sum((car * 7 + KINDS[kind]) % CARS < counts[kind] for kind in kinds) for car in range(CARS)]


def everybody(wave, kinds=tuple(KINDS)):
    return [count for brand in "abcd" for count in problems(wave, brand, kinds)]


def stands(cars):
    mean, error = sum(cars) / len(cars), stats.sem(cars)
    low, high = stats.t.interval(0.95, len(cars) - 1, mean, error)
    return f"{100 * mean:.1f} ({100 * low:.1f} to {100 * high:.1f}), base {len(cars)}"


SETS = [("all", tuple(KINDS)), *[(kind, (kind,)) for kind in KINDS]]
for wave, name, kinds in [*[("w2", *one) for one in SETS], ("quiet", *SETS[0])]:
    before, now = everybody("w1", kinds), everybody(wave, kinds)
    test = stats.ttest_ind(now, before, equal_var=False)
    low, high = test.confidence_interval(0.95)
    change = sum(now) / len(now) - sum(before) / len(before)
    print(f"{wave} {name}: {stands(now)}; change {100 * change:.1f} ({100 * low:.1f} to {100 * high:.1f}), p {test.pvalue:.2g}")
for wave in COUNTS:
    print(wave, {brand: stands(problems(wave, brand)) for brand in "abcd"})
    pairs = sorted(
        (stats.ttest_ind(problems(wave, one), problems(wave, other), equal_var=False).pvalue, one + other)
        for one, other in combinations("abcd", 2)
    )
    print([f"{pair}: {p:.2g} of {0.005 / (len(pairs) - at):.2g}" for at, (p, pair) in enumerate(pairs)])
