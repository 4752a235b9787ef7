"""Makes documents from the example articles, runs `kelishuv extract` over them, and prints speed and memory.

usage: bench_extract.py KELISHUV DOCUMENTS JOBS…
"""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time


def documents(count):
    """Articles in new orders of paragraphs and with other numbers, so that no two are the same; seeded."""
    articles = [path.read_text("utf8") for path in sorted(pathlib.Path("Examples/articles").glob("*.txt"))]
    rng = random.Random(1)
    for number in range(count):
        paragraphs = rng.choice(articles).split("\n\n")
        body = paragraphs[1:]
        rng.shuffle(body)
        text = "\n\n".join(paragraphs[:1] + body)
        text = re.sub(r"(?<!\d)[1-9]\d{1,2}(?![\d.])", lambda _: str(rng.randint(10, 999)), text)
        yield json.dumps({"id": str(number), "text": text}, ensure_ascii=False)


def main():
    program, count, jobs = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "documents.jsonl")
        with open(path, "w", encoding="utf8") as file:
            file.writelines(line + "\n" for line in documents(count))
        size = path.stat().st_size
        print(f"{count} documents, {size / 1e6:.1f} MB, {size / count / 1000:.1f} KB each")
        for number in jobs:
            out = pathlib.Path(folder, "findings.jsonl")
            begin = time.monotonic()
            with open(path, "rb") as source, open(out, "wb") as target:
                child = subprocess.Popen([program, "extract", "--jobs", number], stdin=source, stdout=target)
                # Memory of this child alone: the maximum over all children would keep that of an earlier one.
                _, status, usage = os.wait4(child.pid, 0)
            seconds = time.monotonic() - begin
            lines = sum(1 for _ in open(out, "rb"))
            print(
                f"--jobs {number}: {count / seconds:,.0f} documents/s, {size / 1e6 / seconds:.2f} MB/s, "
                f"peak memory {usage.ru_maxrss / 1024:.0f} MB, {seconds:.1f} s, {lines} lines out, "
                f"exit code {status >> 8}")
            if lines != count or status != 0:
                sys.exit("The filter lost lines or failed.")


main()
