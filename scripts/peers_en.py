"""Measures what the filter reads of money against English rows of other projects' test suites.

usage: peers_en.py FILTER FOLDER [-v]

duckling and Recognizers-Text: a row is right when the amounts read are those that it expects and no others.
AidData: a description that states its amount is right when an agreement carries it; one that states none is wrong when an
agreement carries an amount. Rows out of scope are counted with the reason. -v names the rows that are not right.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

# Units of the suites that no country is told of, read as the one that the word alone means.
UNITS = {"Dollar": "USD", "Pound": "GBP", "Franc": "CHF", "Rupee": "INR", "Riyal": "SAR", "Rial": "IRR", "Euro": "EUR"}
COINS = {"Cent": "USD", "Penny": "GBP", "Pence": "GBP"}
# What the units were called before a later one took their place, or that no state issues.
GONE = {"Finnish markka", "Netherlands guilder", "Peseta", "Bitcoin", "Satoshi"}


def read(path):
    with open(path, encoding="utf8") as file:
        return [json.loads(line) for line in file if line.strip()]


def extracted(program, texts):
    lines = "".join(json.dumps({"id": str(n), "text": t, "language": "en"}) + "\n" for n, t in enumerate(texts))
    out = subprocess.run([program], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    rows = {row["id"]: row for row in map(json.loads, out.decode().splitlines())}
    return [rows[str(n)] for n in range(len(texts))]


def near(a, b):
    return abs(a - b) <= 0.005 * max(abs(a), abs(b), 1e-9)


def same(expected, amounts):
    """Whether two sets of (value, currency) hold the same; repeats count once."""
    def holds(one, others):
        return any(near(one[0], other[0]) and one[1] == other[1] for other in others)

    return all(holds(e, amounts) for e in expected) and all(holds(a, expected) for a in amounts)


def money(found):
    return [(amount["value"], amount["currency"]) for amount in found.get("money") or []]


def duckling(row):
    """(expected amounts, None) or (None, why the row is out of scope)."""
    kind, unit, value = re.match(r"(\w+) (\w+) (.*)", row["value"]).groups()
    if unit == "Unnamed":
        return None, "no currency is named, or only “bucks”"
    if unit == "Dinar":
        return None, "a dinar of no country"
    code, share = (COINS[unit], 0.01) if unit in COINS else (UNITS.get(unit, unit), 1)
    values = [float(v) * share for v in re.findall(r"[\d.e]+", value)]
    if kind == "between" and values[0] < values[1] / 1000:
        values[0] *= 10 ** round(len(str(int(values[1] / values[0]))) - 1) if "lakh" not in row["input"] else 1e5
    return [(v, code) for v in values], None


def recognizers(row):
    expected = []
    for result in row["results"]:
        unit, value = result["Resolution"].get("unit"), result["Resolution"]["value"]
        if value is None:
            continue  # a currency without an amount
        if unit in GONE:
            return None, "a currency that no state issues (any more)"
        if unit == "Sen":
            return None, "a coin of no country"
        code, share = (COINS[unit], 0.01) if unit in COINS else (result["Resolution"].get("isoCurrency"), 1)
        code = code or UNITS.get(unit)
        if code is None:
            return None, f"a unit without an ISO 4217 code: {unit}"
        expected.append((float(value) * share, code))
    return expected, None


def suite(program, name, rows, expectation, verbose):
    scope, out = [], collections.Counter()
    for row in rows:
        expected, why = expectation(row)
        if why:
            out[why] += 1
        else:
            scope.append((row, expected))
    found = extracted(program, [row["input"] for row, _ in scope])
    wrong = [(r["input"], e, money(f)) for (r, e), f in zip(scope, found) if not same(e, money(f))]
    share = 1 - len(wrong) / len(scope)
    print(f"{name}: {len(scope) - len(wrong)} of {len(scope)} rows in scope right ({share:.1%})")
    for why, count in out.most_common():
        print(f"   out of scope, {count}: {why}")
    if verbose:
        for text, expected, got in wrong:
            print(f"   {text[-150:]!r}: expected {expected}, read {got}")


def is_damaged(amount, text):
    """“granted1 million”: where the amount stands only glued to a letter, the text has lost what currency it was."""
    def values(pattern):
        scales = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "": 1}
        for digits, scale in re.findall(pattern + r"([\d][\d,]*(?:\.\d+)?)\s?(thousand|million|billion|m\b|)", text):
            yield float(digits.replace(",", "")) * scales[scale]

    glued = any(near(v, amount) for v in values(r"(?<=[a-z])(?<![A-Z]{2})"))
    return glued and not any(near(v, amount) for v in values(r"(?<![a-z\d.,])"))


def aiddata(program, rows, verbose):
    texts = [row["description"] for row in rows]
    found = extracted(program, texts)
    stated, right, silent, false, out, notes = 0, 0, 0, 0, collections.Counter(), []
    for row, text, result in zip(rows, texts, found):
        amounts = [
            (a["amount"]["value"], a["amount"]["currency"]) for a in result.get("agreements") or [] if a.get("amount")
        ]
        gold = row["gold"]
        if row["amount_in_text"] and is_damaged(gold["amount"], text):
            out["the sign or word for the currency is lost: the number is glued to the word before it"] += 1
        elif row["amount_in_text"]:
            stated += 1
            if any(near(v, gold["amount"]) and c == gold["currency"] for v, c in amounts):
                right += 1
            else:
                notes.append((row["id"], "not read", (gold["amount"], gold["currency"]), amounts, text))
        elif row["amount_in_text"] is False:
            out["the amount recorded is not the one in the text"] += 1
        elif money(result):
            out["no amount recorded, but the text tells sums (of other deals, of costs, or taken out by the staff)"] += 1
            silent += 1
            false += bool(amounts)
        else:
            silent += 1
            false += bool(amounts)
    print(f"AidData, descriptions that state the amount: right in {right} of {stated} ({right / stated:.1%})")
    print(f"AidData, descriptions without a recorded amount: one read in {false} of {silent} ({false / silent:.1%})")
    for why, count in out.most_common():
        print(f"   of these, {count}: {why}")
    if verbose:
        for note in notes:
            print("  ", note[0], note[1], note[2], note[3], note[4][:600].replace("\n", " "))


def main():
    program, folder, verbose = sys.argv[1], pathlib.Path(sys.argv[2]), "-v" in sys.argv[3:]
    rows = [r for r in read(folder / "duckling_ru_zh_en.jsonl") if r["lang"] == "en" and r["dim"] == "AmountOfMoney"]
    suite(program, "duckling, amounts of money", rows, duckling, verbose)
    rows = read(folder / "recognizers_text_en_zh.jsonl")
    rows = [r for r in rows if r["lang"] == "en" and r["kind"] == "currency"]
    suite(program, "Recognizers-Text, currency", rows, recognizers, verbose)
    aiddata(program, read(folder / "aiddata_descriptions_en.jsonl"), verbose)


main()
