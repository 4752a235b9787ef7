"""Runs the filter over gold texts, prints what the gold's own score.py says, and checks the seed's marks.

usage: score.py FILTER GOLD
"""
import json
import pathlib
import subprocess
import sys
import tempfile

# The least F1 that the seed must reach.
MARKS = {
    "agreements": 0.95, "meetings": 0.95, "visits": 0.95, "persons": 0.95, "organisations": 0.95, "places": 0.95,
    "money": 1.0,
}


def lines(folder, with_day):
    """The gold texts as the filter takes them; the language is left for the program to find."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf8"))
        if not isinstance(gold, dict) or "agreements" not in gold:
            continue
        with open(path.with_suffix(".txt"), encoding="utf8", newline="") as file:
            line = {"id": gold["id"], "text": file.read()}
        if with_day and gold.get("published"):
            line["published"] = gold["published"]
        yield json.dumps(line, ensure_ascii=False) + "\n"


def score(program, gold, name, with_day):
    """Prints the score of a folder and returns its figures."""
    folder = gold / name
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as out:
        texts = "".join(lines(folder, with_day)).encode()
        subprocess.run([program], input=texts, stdout=out, check=True)
        command = [sys.executable, str(gold / "score.py"), "--gold", str(folder), "--pred", out.name]
        print(f"\n{name}, publication day {'given' if with_day else 'to be found'}:", flush=True)
        subprocess.run(command, check=True)
        return json.loads(subprocess.run(command + ["--json"], check=True, capture_output=True).stdout)


def shortfalls(figures, case):
    """What falls below the marks, as sentences."""
    for kind, mark in MARKS.items():
        value = figures["f1"][kind]["all"][2]  # precision, recall, F1
        if value < mark:
            yield f"{case}: {kind} F1 is {value}, which is below {mark}."
    for key in ("quotes_exact", "slots_cited"):
        good, all_ = figures[key]
        if good < all_ or all_ == 0:
            yield f"{case}: {key.replace('_', ' ')} is {good} of {all_}."


def main():
    program, gold = sys.argv[1], pathlib.Path(sys.argv[2])
    failures = []
    for with_day in (True, False):
        figures = score(program, gold, "seed", with_day)
        failures += shortfalls(figures, f"The seed with its day {'given' if with_day else 'to be found'}")
    if (gold / "dev").is_dir():
        score(program, gold, "dev", True)
    else:
        print("\nNo development set in", gold)
    if failures:
        sys.exit("\n" + "\n".join(failures))
    print("\nThe seed reaches every mark.")


main()
