#!/usr/bin/env python3
"""Writes world.tsv: China (china.txt through china.py), then world1.txt and world2.txt."""
import re
import china
from common import HERE, COLUMNS, lat2cyr, ru2uz, ru2uzcyr, slug, uniq, write

KINDS = {"r": "region", "c": "city", "d": "district", "z": "zone", "a": "area"}
rows, ids = china.rows(), set()
for r in rows:
    assert r[0] not in ids, r
    ids.add(r[0])


def tidy(name):
    name = re.sub(r"^(.*) \(город\)$", r"город \1", name)
    return re.sub(r"^(.*) \(city\)$", r"\1 city", name)


def add(kind, parent, prefix, ru, uz, en, zh, aliases, source="common usage"):
    ru, en = tidy("" if ru == "-" else ru), tidy("" if en == "-" else en)
    zh = "" if zh == "-" else zh
    if uz == "~":
        uz, cyr = ru2uz(ru), ru2uzcyr(ru)
    elif uz == "-":
        uz = cyr = ""
    else:
        uz, _, cyr = uz.partition("/")
        cyr = cyr or lat2cyr(uz)
    names = [ru, uz, cyr, en, zh]
    al = [a.strip() for a in aliases.split("|")]
    if "ё" in ru:
        al.append(ru.replace("ё", "е"))
    if en.endswith(" region"):
        base = en[:-7]
        al += [base + " oblast", base + " province", base + " Region"]
    if ru.endswith(" область"):
        al.append(ru.replace(" область", " обл."))
    ident = f"{prefix}-{slug(en or ru)}"
    if ident in ids:
        ident += "-" + kind
    assert ident not in ids, ident
    ids.add(ident)
    rows.append([ident, kind, parent, *names, "|".join(uniq(al, names)), source])
    return ident


country = region = mode = None
for name in ("world1.txt", "world2.txt"):
    for line in open(f"{HERE}/{name}", encoding="utf-8"):
        line = line.rstrip("\n")
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("@"):
            mode = line[1:].strip()
            country, region = mode.split("*")[0], None
            continue
        under = line.startswith(">")
        f = [x.strip() for x in line.lstrip("> ").split(" ; ")]
        if mode == "area":
            f += [""] * (5 - len(f))
            f[3] = f[3].rstrip(" ;")
            add("area", "", "area", f[0], f[1], f[2], f[3], f[4].rstrip(" ;"))
        elif mode == "US*states":
            f += [""] * (5 - len(f))
            bare = [] if f[0].startswith("штат") else ["штат " + f[0], f[1] + " shtati", f[3].removesuffix("州") if f[3] not in ("缅因州",) else ""]
            add("region", "US", "US", f[0], f[1], f[2], f[3], "|".join([f[4], "State of " + f[2]] + bare), "ISO 3166-2")
        else:
            f = [x.rstrip(" ;") for x in f]
            f += [""] * (6 - len(f))
            assert len(f) == 6, line
            kind = KINDS[f[0]]
            source = "ISO 3166-2" if kind == "region" and country in ("KZ", "KG", "TJ", "TM", "RU", "BY") else "common usage"
            ident = add(kind, region if under else country, country, *f[1:6], source=source)
            if not under and kind == "region":
                region = ident

print("world.tsv", write("world.tsv", COLUMNS, rows))
