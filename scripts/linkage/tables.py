#!/usr/bin/env python3
"""Makes the tables of letters that Sources/Linkage reads: scripts/linkage/tables.py UNIHAN_READINGS

UNIHAN_READINGS is Unihan_Readings.txt(.bz2) of the Unicode Character Database (Debian: package unicode-data).
"""
import bz2
import pathlib
import re
import sys
import unicodedata
from collections import defaultdict

out = pathlib.Path(__file__).resolve().parents[2] / "Sources/Linkage/Resources"


def write(name, header, rows):
    lines = ["\t".join(header)] + ["\t".join(row) for row in rows]
    (out / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


# Latin letters with marks, and those that Unicode does not take apart.
apart = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
         "ŋ": "n", "ə": "e", "ĸ": "k", "ſ": "s", "ŧ": "t", "ɣ": "g"}
rows = []
for code in list(range(0xDF, 0x250)) + [0x259, 0x263] + list(range(0x1E00, 0x1F00)):
    letter = chr(code)
    if letter != letter.lower():
        continue
    if letter in apart:
        rows.append((letter, apart[letter], "usual replacement"))
        continue
    base = unicodedata.normalize("NFD", letter)[0]
    if base != letter and "a" <= base <= "z":
        rows.append((letter, base, "Unicode canonical decomposition"))
write("latin.tsv", ("letter", "latin", "source"), rows)

# Chinese: readings by syllable.
path = sys.argv[1]
text = bz2.open(path, "rt", encoding="utf-8") if path.endswith("bz2") else open(path, encoding="utf-8")
tone = {"\u0300", "\u0301", "\u0304", "\u030c", "\u0302"}
readings = defaultdict(list)
for line in text:
    match = re.match(r"U\+([0-9A-F]+)\tkMandarin\t(\S+)", line)
    if not match:
        continue
    code = int(match[1], 16)
    if not 0x4E00 <= code <= 0x9FFF:
        continue
    plain = "".join(c for c in unicodedata.normalize("NFD", match[2]) if c not in tone)
    readings[unicodedata.normalize("NFC", plain)].append(chr(code))

initials = {"b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к", "h": "х",
            "j": "цз", "q": "ц", "x": "с", "zh": "чж", "ch": "ч", "sh": "ш", "r": "ж", "z": "цз", "c": "ц", "s": "с"}
finals = {"a": "а", "o": "о", "e": "э", "i": "и", "u": "у", "ü": "юй", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу",
          "an": "ань", "en": "энь", "ang": "ан", "eng": "эн", "ong": "ун", "ia": "я", "ie": "е", "iao": "яо",
          "iu": "ю", "ian": "янь", "in": "инь", "iang": "ян", "ing": "ин", "iong": "юн", "ua": "уа", "uo": "о",
          "uai": "уай", "ui": "уй", "uan": "уань", "un": "унь", "uang": "уан", "üe": "юэ", "üan": "юань",
          "ün": "юнь"}
whole = {"yi": "и", "ya": "я", "yao": "яо", "ye": "е", "you": "ю", "yan": "янь", "yin": "инь", "yang": "ян",
         "ying": "ин", "yong": "юн", "yu": "юй", "yue": "юэ", "yuan": "юань", "yun": "юнь", "wa": "ва", "wo": "во",
         "wai": "вай", "wei": "вэй", "wan": "вань", "wen": "вэнь", "wang": "ван", "weng": "вэн", "wu": "у",
         "er": "эр", "zi": "цзы", "ci": "цы", "si": "сы", "hui": "хуэй", "yo": "йо", "a": "а", "ai": "ай",
         "an": "ань", "ang": "ан", "ao": "ао", "e": "э", "en": "энь", "o": "о", "ou": "оу", "ei": "эй"}


def palladius(syllable):
    if syllable in whole:
        return whole[syllable]
    for size in (2, 1):
        first, rest = syllable[:size], syllable[size:]
        if first in initials and rest:
            if first in ("j", "q", "x") and rest[0] == "u":
                rest = "ü" + rest[1:]
            if rest in finals:
                return initials[first] + finals[rest]
    return None


rows = []
for syllable in sorted(readings):
    cyrillic = palladius(syllable)
    if cyrillic is None:
        continue
    rows.append((syllable.replace("ü", "v"), cyrillic, "".join(sorted(readings[syllable])),
                 "Unihan kMandarin; Palladius"))
write("pinyin.tsv", ("syllable", "cyrillic", "characters", "source"), rows)
print(len(rows), "syllables;", sum(len(r[2]) for r in rows), "characters; left out:",
      [s for s in readings if palladius(s) is None])
