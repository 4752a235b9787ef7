"""Rows of China: pinyin gives the Russian form (Palladius) and, through it, the Uzbek one."""
import re
from common import HERE, lat2cyr, ru2uz, ru2uzcyr, slug, uniq

INITIALS = [("zh", "чж"), ("ch", "ч"), ("sh", "ш"), ("b", "б"), ("p", "п"), ("m", "м"), ("f", "ф"), ("d", "д"),
            ("t", "т"), ("n", "н"), ("l", "л"), ("g", "г"), ("k", "к"), ("h", "х"), ("j", "цз"), ("q", "ц"),
            ("x", "с"), ("r", "ж"), ("z", "цз"), ("c", "ц"), ("s", "с")]
FINALS = {"a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань", "en": "энь",
          "ang": "ан", "eng": "эн", "ong": "ун", "i": "и", "ia": "я", "ie": "е", "iao": "яо", "iu": "ю", "ian": "янь",
          "in": "инь", "iang": "ян", "ing": "ин", "iong": "юн", "u": "у", "ua": "уа", "uo": "о", "uai": "уай",
          "ui": "уй", "uan": "уань", "un": "унь", "uang": "уан", "ü": "юй", "üe": "юэ"}
AFTER_JQX = {"u": "юй", "ue": "юэ", "uan": "юань", "un": "юнь"}
ZERO = {"yi": "и", "ya": "я", "ye": "е", "yao": "яо", "you": "ю", "yan": "янь", "yin": "инь", "yang": "ян",
        "ying": "ин", "yong": "юн", "yu": "юй", "yue": "юэ", "yuan": "юань", "yun": "юнь", "wu": "у", "wa": "ва",
        "wo": "во", "wai": "вай", "wei": "вэй", "wan": "вань", "wen": "вэнь", "wang": "ван", "weng": "вэн",
        "er": "эр", "a": "а", "ai": "ай", "an": "ань", "ang": "ан", "ao": "ао", "e": "э", "en": "энь", "ou": "оу"}


def syllable(s):
    if s in ZERO:
        return ZERO[s]
    for latin, cyr in INITIALS:
        if s.startswith(latin):
            rest = s[len(latin):]
            if latin in ("z", "c", "s") and rest == "i":
                return cyr + "ы"
            if latin in ("j", "q", "x") and rest in AFTER_JQX:
                return cyr + AFTER_JQX[rest]
            if latin == "h" and rest == "ui":
                return "хуэй"
            if rest == "uo" and latin in ("zh", "sh", "ch", "r", "z", "c", "s"):
                return cyr + "о"
            return cyr + FINALS[rest]
    raise ValueError(s)


def palladius(pinyin):
    parts = [syllable(p) for p in pinyin.split("-")]
    out = parts[0]
    for p in parts[1:]:
        if out.endswith("н") and p[0] in "аоэеиуюя":
            out += "ъ"
        out += p
    return out[0].upper() + out[1:]


def english(pinyin):
    parts = pinyin.replace("ü", "u" if pinyin.startswith("lü-") else "ü").split("-")
    out = parts[0]
    for p in parts[1:]:
        out += ("'" if p[0] in "aoe" else "") + p
    return out[0].upper() + out[1:]


NOT_CITIES = ("博鳌", "洋浦", "吐尔尕特", "伊尔克什坦", "杨凌", "恩施")


def parse(line):
    words = line.split()
    f = {"zh": words[0], "pinyin": words[1]}
    for w in words[2:]:
        k, _, v = w.partition("=")
        f[k] = v.replace("_", " ") if v else "1"
    return f


def rows():
    out, parent = [], None
    seen = set()
    provinces, cities = [], []
    for line in open(HERE + "/china.txt", encoding="utf-8"):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        top = line.startswith("@")
        f = parse(line.lstrip("@ "))
        ru = f.get("ru") or palladius(f["pinyin"])
        en = f.get("en") or english(f["pinyin"])
        if "uz" in f:
            uz, _, cyr = f["uz"].partition("/")
            cyr = cyr or lat2cyr(uz)
        else:
            uz, cyr = ru2uz(ru), ru2uzcyr(ru)
        kind_type = f.get("type", "" if "notype" in f else "市")
        zh = f["zh"]
        al = f.get("alias", "").split("|")
        if "uz" not in f:
            other = uz.replace("ts", "s") if "ts" in uz else uz.replace("x", "h").replace("X", "H")
            al.append(other)
            if ru2uz(ru) != ru2uz(ru.replace("ь", "")):
                al.append(ru2uz(ru.replace("ь", "")))
        if top:
            kind = "city" if kind_type == "市" else "region"
            ident = "CN-" + slug(en)
            if zh in ("香港", "澳门", "台湾"):
                ident = {"香港": "HK", "澳门": "MO", "台湾": "TW"}[zh]
            parent = ident
            if "skip" in f:
                continue  # these three are rows of countries.tsv
            formal = {"广西": "广西壮族自治区", "宁夏": "宁夏回族自治区", "西藏": "西藏自治区", "内蒙古": "内蒙古自治区",
                      "新疆": "新疆维吾尔自治区"}.get(zh, zh + kind_type)
            al.append(formal)
            if kind_type == "省":
                al += ["провинция " + ru, en + " province", en + " Province", uz + " provinsiyasi", cyr + " провинцияси",
                       uz + " viloyati", cyr + " вилояти"]
            elif kind_type == "自治区":
                al += [en + " Autonomous Region", uz + " avtonom rayoni", uz + " muxtor rayoni"]
                if zh == "广西":
                    al += ["Гуанси-Чжуанский автономный район", "Guangxi Zhuang Autonomous Region"]
                if zh == "宁夏":
                    al += ["Нинся-Хуэйский автономный район", "Ningxia Hui Autonomous Region"]
                if zh == "西藏":
                    al += ["Тибетский автономный район"]
            par = "CN"
        else:
            kind = "district" if kind_type in ("区", "县", "新区") else ("region" if kind_type in ("州", "盟", "地区") else "city")
            ident = "CN-" + slug(en)
            if ident in seen:
                ident = parent + "-" + slug(en)
            par = parent
            if kind_type and kind_type not in ("州", "盟", "地区") and not zh.endswith(kind_type):
                if kind == "district":
                    al.append(zh) if "nobare" not in f and "nobarezh" not in f else None
                    zh = zh + kind_type
                else:
                    al.append(zh + kind_type) if zh not in NOT_CITIES else None
                    if "nobare" in f:
                        zh = zh + kind_type
            elif kind_type in ("州", "盟", "地区"):
                al.append(zh + kind_type)
                if kind_type == "地区":
                    al.append(zh + "市") if "nobare" not in f else None
            if kind_type == "县":
                al += ["уезд " + ru, en + " County", en + " county", uz + " uyezdi"]
            if kind_type == "区":
                al += ["район " + ru, en + " District", en + " district"]
            if kind_type == "新区":
                al += ["новый район " + ru, en + " New Area"]
        if "nobarelatin" in f:
            ru, en, uz, cyr = ("Или-Казахский автономный округ", "Ili Prefecture", "Ili-Qozoq avtonom okrugi", "Или-Қозоқ автоном округи")
        elif "nobare" in f and kind == "district":
            ru, en = "новый район " + ru if kind_type == "新区" else "район " + ru, en + (" New Area" if kind_type == "新区" else " District")
            uz, cyr = uz + " rayoni", cyr + " райони"
            al = [a for a in al if a.isascii() is False or " " in a]
        if kind == "region" and kind_type in ("州", "盟", "地区"):
            al += [en + " Prefecture"] if "Prefecture" not in en else []
        seen.add(ident)
        names = [ru, uz, cyr, en, zh]
        src = "GB/T 2260; pinyin GB/T 28039; ru Palladius; uz through ru" if "ru" not in f else "GB/T 2260; common usage"
        row = [ident, kind, par, *names, "|".join(uniq(al, names)), src]
        (provinces if top else cities).append(row)
    return provinces + cities


if __name__ == "__main__":
    for r in rows():
        print("\t".join(r))
