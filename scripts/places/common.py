"""Shared helpers of the place-table generators (Python 3 standard library only)."""
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "..", "Sources", "Languages", "Resources", "Places")
COLUMNS = "id kind parent ru uz uzCyrl en zh aliases source".split()

# Borrowed names whose Cyrillic spelling the letter rules cannot give back.
EXCEPTIONS = {
    "Ayova": "Айова", "Vayoming": "Вайоминг", "Mayami": "Майами", "Ogayo": "Огайо", "Yokogama": "Йокогама",
    "Reykyavik": "Рейкьявик", "Vyentyan": "Вьентьян", "Pyemont": "Пьемонт", "Monpelye": "Монпелье", "Lyej": "Льеж",
    "Skopye": "Скопье", "Santyago": "Сантьяго", "Sevilya": "Севилья", "Bolonya": "Болонья", "Malatya": "Малатья",
    "Sakarya": "Сакарья", "Konya": "Конья", "Kutahya": "Кутахья", "Xyuston": "Хьюстон", "Nyu-Gempshir": "Нью-Гэмпшир",
    "Nyu-Jersi": "Нью-Жерси", "Nyu-Meksiko": "Нью-Мексико", "Emiliya-Romanya": "Эмилия-Романья", "Milan": "Милан",
    "Delaver": "Делавэр", "Merilend": "Мэриленд", "Neshvill": "Нэшвилл", "Malmyo": "Мальмё", "Zaporojye": "Запорожье",
    "Gavayi": "Гавайи", "Massachusets": "Массачусетс", "Bayern": "Байерн",
}

VOWELS_LATIN = "aeiouAEIOU"


def lat2cyr(s):
    """Uzbek Latin (plain apostrophe) to Uzbek Cyrillic. It cannot restore ц, ь: give those by hand."""
    if s in EXCEPTIONS:
        return EXCEPTIONS[s]
    pairs = [("o'", "ў"), ("g'", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo'", "йў"), ("yo", "ё"),
             ("yu", "ю"), ("ya", "я"), ("ye", "е"), ("ts", "ц")]
    single = dict(zip("abdefghijklmnopqrstuvxyz'w", list("абдефгҳижклмнопқрстувхйзъв")))
    out, i = "", 0
    while i < len(s):
        for a, b in [("yo'", "йў")] + pairs:
            if s[i:i + len(a)].lower() == a:
                c = b
                break
        else:
            a = s[i]
            c = single.get(a.lower(), a)
            if a.lower() == "e" and (i == 0 or not s[i - 1].isalpha() or s[i - 1] in VOWELS_LATIN):
                c = "э"
        if s[i].isupper():
            c = c[0].upper() + c[1:]
        out += c
        i += len(a)
    return out


RU_UZ = dict(zip("абвгджзийклмнопрстуфхъ", "a b v g d j z i y k l m n o p r s t u f x '".split()))
RU_UZ.update({"ч": "ch", "ш": "sh", "щ": "shch", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ё": "yo"})
RU_VOWELS = "аеёиоуыэюя"


def ru2uz(s):
    """The Latin spelling Uzbek gives to a name borrowed through Russian (Moskva, Yekaterinburg, Szinan)."""
    out = ""
    for i, ch in enumerate(s):
        low, prev = ch.lower(), s[i - 1].lower() if i else ""
        if low == "е":
            t = "ye" if not prev.isalpha() or prev in RU_VOWELS + "ьъ" else "e"
        elif low == "ц":
            t = "ts" if prev in RU_VOWELS and prev else "s"
        else:
            t = RU_UZ.get(low, low)
        if ch.isupper() and t:
            t = t[0].upper() + t[1:]
        out += t
    return out


def ru2uzcyr(s):
    return s.replace("щ", "шч").replace("ы", "и").replace("ь", "")


RU_EN = {"а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "j", "з": "z", "и": "i",
         "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
         "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
         "э": "e", "ю": "yu", "я": "ya"}


def ru2en(s):
    """English spelling through Russian, with дж as j (Jizzakh, Gijduvan)."""
    out, i = "", 0
    while i < len(s):
        if s[i:i + 2].lower() == "дж":
            t, n = "j", 2
        else:
            t, n = RU_EN.get(s[i].lower(), s[i]), 1
        out += t[:1].upper() + t[1:] if s[i].isupper() else t
        i += n
    return out


def uz2en(s):
    """English spelling through Uzbek Latin, two usual ways: x as kh, apostrophes dropped; q kept or as k."""
    base = s.replace("'", "").replace("‘", "").replace("x", "kh").replace("X", "Kh")
    return [base, base.replace("q", "k").replace("Q", "K")]


def slug(s):
    s = s.lower().replace("'", "").replace("’", "")
    table = str.maketrans("áàâãäåāçčéèêëěíîïñńóôõöøōśšşúûüūýžżźłığö", "aaaaaaacceeeeeiiinnoooooosssuuuuyzzzligo")
    s = s.translate(table)
    return re.sub(r"[^a-z0-9]+", "-", s).strip("-")


def uniq(items, drop=()):
    seen, out = set(drop), []
    for it in items:
        it = it.strip()
        if it and it not in seen:
            seen.add(it)
            out.append(it)
    return out


def write(name, columns, rows):
    path = os.path.join(OUT, name)
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write("\t".join(columns) + "\n")
        for r in rows:
            f.write("\t".join(r) + "\n")
    return len(rows)
