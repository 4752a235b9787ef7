#!/usr/bin/env python3
"""Validates the place tables. Exit status 1 and one line per fault; `--shared` also lists names held by several rows."""
import os
import re
import sys
from common import OUT, COLUMNS

FILES = ["uzbekistan.tsv", "countries.tsv", "world.tsv", "geonames.tsv"]
KINDS = {"country", "area", "region", "city", "district", "zone"}
LANGS = {"ru", "uz", "en", "zh"}
CYR, LAT, HAN = re.compile("[а-яёўқғҳА-ЯЁЎҚҒҲ]"), re.compile("[A-Za-z]"), re.compile("[\u4e00-\u9fff]")
faults, rows, by_id = [], [], {}


def table(name, columns):
    with open(os.path.join(OUT, name), encoding="utf-8", newline="") as f:
        text = f.read()
    if "\r" in text or "\ufeff" in text or not text.endswith("\n"):
        faults.append(f"{name}: CR, BOM or no final newline")
    lines = text.rstrip("\n").split("\n")
    if lines[0].split("\t") != columns:
        faults.append(f"{name}: header {lines[0]!r}")
    for n, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        at = f"{name}:{n}"
        if len(cells) != len(columns):
            faults.append(f"{at}: {len(cells)} columns")
            continue
        for c in cells:
            if c != c.strip() or "  " in c or "\u00a0" in c:
                faults.append(f"{at}: padding in {c!r}")
            if any(x in c for x in "ʻʼ‘’`\u00ad\u200b") and "«" not in c and "Ivuar" not in c and "’Ивуар" not in c:
                faults.append(f"{at}: apostrophe or invisible character in {c!r}")
        yield at, cells


for name in FILES:
    for at, c in table(name, COLUMNS):
        r = dict(zip(COLUMNS, c), at=at)
        rows.append(r)
        if r["id"] in by_id:
            faults.append(f"{at}: id {r['id']} again (first {by_id[r['id']]['at']})")
        by_id[r["id"]] = r
        if r["kind"] not in KINDS:
            faults.append(f"{at}: kind {r['kind']}")
        if not r["source"]:
            faults.append(f"{at}: no source")
        if not r["en"] or not r["ru"] and name != "geonames.tsv":
            faults.append(f"{at}: no ru or en name")
        if name == "uzbekistan.tsv" and not (r["uz"] and r["uzCyrl"]):
            faults.append(f"{at}: no Uzbek name")
        if LAT.search(r["ru"]):
            faults.append(f"{at}: Latin letter in ru {r['ru']!r}")
        for k in ("uz", "en"):
            if CYR.search(r[k]):
                faults.append(f"{at}: Cyrillic letter in {k} {r[k]!r}")
        if LAT.search(r["uzCyrl"]):
            faults.append(f"{at}: Latin letter in uzCyrl {r['uzCyrl']!r}")
        if r["zh"] and not HAN.search(r["zh"]):
            faults.append(f"{at}: zh {r['zh']!r}")
        for a in r["aliases"].split("|") if r["aliases"] else []:
            if not a or a != a.strip():
                faults.append(f"{at}: alias {a!r}")
            for word in re.findall(r"\w+", a):
                if CYR.search(word) and LAT.search(word):
                    faults.append(f"{at}: mixed alphabets in {a!r}")
        al = r["aliases"].split("|") if r["aliases"] else []
        if len(al) != len(set(al)):
            faults.append(f"{at}: alias twice")
        if set(al) & {r[k] for k in ("ru", "uz", "uzCyrl", "en", "zh")}:
            faults.append(f"{at}: alias repeats a name")

holders, same = {}, {}
for r in rows:
    p = r["parent"]
    if r["kind"] in ("country",) and p or r["kind"] not in ("country", "area") and not p:
        faults.append(f"{r['at']}: parent {p!r} for a {r['kind']}")
    if p and p not in by_id:
        faults.append(f"{r['at']}: no parent {p}")
    names = {r[k] for k in ("ru", "uz", "uzCyrl", "en", "zh") if r[k]} | set(filter(None, r["aliases"].split("|")))
    for n in names:
        key = (r["kind"], p, n.lower())
        if same.setdefault(key, r["id"]) != r["id"]:
            faults.append(f"{r['at']}: {n!r} is {same[key]} and {r['id']} under the same {p or 'root'}")
        holders.setdefault(n.lower(), set()).add(r["id"])

seen = {}
for at, (stem, lang, ident, source) in table("adjectives.tsv", ["stem", "language", "id", "source"]):
    if lang not in LANGS or not source or not stem:
        faults.append(f"{at}: language or source")
    if ident not in by_id:
        faults.append(f"{at}: no id {ident}")
    if stem != stem.lower():
        faults.append(f"{at}: capital in {stem}")
    if lang == "ru" and LAT.search(stem) or lang in ("en", "uz") and CYR.search(stem):
        faults.append(f"{at}: alphabet of {stem}")
    if (stem, lang) in seen:
        faults.append(f"{at}: {stem} again ({seen[stem, lang]})")
    seen[stem, lang] = ident

if "--shared" in sys.argv:
    for n, who in sorted(holders.items()):
        if len(who) > 1:
            print(n, *sorted(who))
for f in faults:
    print(f)
print(len(rows), "rows,", len(seen), "stems,", len(faults), "faults;", sum(len(w) > 1 for w in holders.values()), "names held by several rows")
sys.exit(bool(faults))
