"""Measures what the filter reads of money against Chinese rows of other projects' test suites.

usage: peers_zh.py FILTER FOLDER [-v]

A row is right when the amounts read are those that it expects and no others. Rows out of scope are counted with the
reason. -v names the rows that are not right.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

# 元 and 块 without a country are yuan here; the suites call them “Dollar”.
UNITS = {"Dollar": "CNY", "Cent": "CNY"}
SPOKEN = re.compile("[蚊仙毫]")
BARE_COINS = re.compile(r"^[\d一二三四五六七八九十两]+[分角毛]([一二三四五六七八九]分?)?$")
UNNAMED = re.compile("^[一二三四五六七八九十两]?個[半一二三四五六七八九]")


def read(path):
    with open(path, encoding="utf8") as file:
        return [row for row in map(json.loads, filter(str.strip, file)) if row["lang"] == "zh"]


def extracted(program, texts):
    lines = "".join(json.dumps({"id": str(n), "text": t, "language": "zh"}) + "\n" for n, t in enumerate(texts))
    out = subprocess.run([program], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    rows = {row["id"]: row for row in map(json.loads, out.decode().splitlines())}
    return [[(m["value"], m["currency"]) for m in rows[str(n)].get("money") or []] for n in range(len(texts))]


def same(expected, amounts):
    def holds(one, others):
        return any(abs(one[0] - o[0]) <= 0.001 * max(one[0], o[0]) and one[1] == o[1] for o in others)

    return all(holds(e, amounts) for e in expected) and all(holds(a, expected) for a in amounts)


def duckling(row):
    """(expected amounts, None) or (None, why the row is out of scope)."""
    text = row["input"]
    if SPOKEN.search(text):
        return None, "coin words of spoken Cantonese"
    if UNNAMED.search(text):
        return None, "no currency is named"
    if BARE_COINS.match(text):
        return None, "分, 角 and 毛 alone, which in news are minutes, points and corners"
    _, unit, value = re.match(r"(\w+) (\w+) (.*)", row["value"]).groups()
    share = 0.01 if unit == "Cent" else 1
    return [(float(v) * share, UNITS.get(unit, unit)) for v in re.findall(r"[\d.]+", value)], None


def recognizers(row):
    expected = []
    for result in row["results"]:
        resolution = result["Resolution"]
        if resolution["value"] is None:
            continue  # a currency without an amount
        if resolution["unit"] == "Bitcoin":
            return None, "a currency that no state issues"
        if float(resolution["value"]) > 1e18:
            return None, "a number that no amount of money reaches"
        if "本銭" in row["input"]:
            return None, "a coin that no longer exists"
        expected.append((float(resolution["value"]), resolution.get("isoCurrency") or "USD"))
    return expected, None


def measure(name, rows, reading, program, verbose):
    scope, out = [], collections.Counter()
    for row in rows:
        expected, reason = reading(row)
        if reason:
            out[reason] += 1
        else:
            scope.append((row["input"], expected))
    amounts = extracted(program, [text for text, _ in scope])
    right = [same(expected, got) for (_, expected), got in zip(scope, amounts)]
    share = 100 * sum(right) / len(scope) if scope else 0
    print(f"{name}: {sum(right)} of {len(scope)} rows in scope right ({share:.1f} %), {sum(out.values())} out of scope")
    for reason, count in out.most_common():
        print(f"  out of scope, {count}: {reason}")
    if verbose:
        for (text, expected), got, ok in zip(scope, amounts, right):
            if not ok:
                print(f"  {text} | expected {expected} | read {got}")


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    verbose = "-v" in sys.argv[3:]
    rows = [row for row in read(folder / "duckling_ru_zh_en.jsonl") if row["dim"] == "AmountOfMoney"]
    measure("duckling money zh", rows, duckling, program, verbose)
    rows = [row for row in read(folder / "recognizers_text_en_zh.jsonl") if row["kind"] == "currency"]
    measure("Recognizers-Text currency zh", rows, recognizers, program, verbose)


main()
