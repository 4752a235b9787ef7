"""Fits the weights of evidence to observations that `kelishuv evaluate --observations FILE` wrote.

usage: calibrate.py SOURCE OBSERVATIONS… > Sources/Languages/Resources/confidence.tsv

A logistic model with an L2 penalty, by plain gradient steps; the standard library only. SOURCE is written into every row.
"""
import collections
import math
import sys

PENALTY = 2.0  # a weight needs a few dozen observations to move far
LEAST = 5  # evidence seen less often gets no weight


def main():
    source, files = sys.argv[1], sys.argv[2:]
    rows = []
    for path in files:
        for line in open(path, encoding="utf8"):
            slot, right, evidence = line.rstrip("\n").split("\t")
            # Details of the rules behind the evidence ("sign:planned") are for people.
            features = sorted({f for f in evidence.split(" ") if f.split(":")[0] in KINDS})
            rows.append((["always"] + features, int(right)))
    seen = collections.Counter(f for features, _ in rows for f in features)
    names = [f for f, n in seen.items() if n >= LEAST]
    number = {f: i for i, f in enumerate(names)}
    data = [([number[f] for f in features if f in number], right) for features, right in rows]
    weights = [0.0] * len(names)
    for step in range(3000):
        gradient = [PENALTY * w for w in weights]
        gradient[number["always"]] = 0.0
        for features, right in data:
            guess = 1 / (1 + math.exp(-sum(weights[f] for f in features)))
            for f in features:
                gradient[f] += guess - right
        rate = 4.0 / (len(data) + 50)
        for f in range(len(weights)):
            weights[f] -= rate * gradient[f]
    print("# Weights of evidence in the confidence of a value (Sources/Languages/ConfidenceWeights.swift), fitted by scripts/calibrate.py.")
    print("evidence\tweight\tsource")
    for name in sorted(names, key=lambda n: (n != "always", n)):
        print(f"{name}\t{weights[number[name]]:.3f}\t{seen[name]} values of {source}")


KINDS = {
    "kind", "status", "party", "amount", "subject", "sector", "place", "date", "told", "record", "side",
}
main()
