#!/usr/bin/env python3
"""Writes survival.json: Kaplan-Meier curves of a few seeded samples by lifelines 0.30 (PyPI), which the Swift tests
compare theirs with.

usage: pip install lifelines && python3 Tests/FollowThroughTests/survival.py > Tests/FollowThroughTests/survival.json
"""

import json
import random

from lifelines import KaplanMeierFitter


def sample(seed, count, share_open):
    numbers = random.Random(seed)
    months = [round(numbers.expovariate(1 / 20), 1) + 0.1 for _ in range(count)]
    return months, [numbers.random() >= share_open for _ in range(count)]


samples = {
    "ties": ([3, 3, 5, 5, 5, 8, 8, 13, 21, 34], [True, True, True, False, True, False, True, True, False, True]),
    "nobody": ([4, 9, 17], [False, False, False]),
    "everybody": ([2, 4, 6, 8], [True, True, True, True]),
    # Freireich and others, 1963: weeks of remission under 6-mercaptopurine, the textbook example.
    "freireich": (
        [6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35],
        [True] * 9 + [False] * 12,
    ),
    "small": sample(1, 12, 0.5),
    "large": sample(2, 400, 0.6),
}
curves = []
for name, (months, is_over) in samples.items():
    fitter = KaplanMeierFitter().fit(months, event_observed=is_over)
    table = fitter.event_table
    points = []
    for time in table.index:
        if table.loc[time, "observed"] == 0:
            continue
        band = fitter.confidence_interval_survival_function_.loc[time]
        points.append(
            {
                "months": float(time),
                "atRisk": int(table.loc[time, "at_risk"]),
                "events": int(table.loc[time, "observed"]),
                "waiting": float(fitter.survival_function_.loc[time].iloc[0]),
                "lower": float(band.iloc[0]),
                "upper": float(band.iloc[1]),
            }
        )
    median = float(fitter.median_survival_time_)
    curves.append(
        {
            "name": name,
            "months": [float(month) for month in months],
            "isOver": is_over,
            "median": None if median == float("inf") else median,
            "points": points,
        }
    )
print("[" + ",\n".join(json.dumps(curve) for curve in curves).replace("NaN", "null") + "]")
