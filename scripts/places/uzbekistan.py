#!/usr/bin/env python3
"""Writes uzbekistan.tsv.

Input: the table of SOATO codes (soato.tsv, or argument 1: soato, level, latin, cyrillic,
russian), uzbekistan-districts.tsv (bare Russian, English, Chinese forms and whether the bare form
may stand alone) and uzbekistan-cities.tsv, both in this folder and written by hand.
"""
import csv
import sys
from common import HERE, COLUMNS, lat2cyr, ru2en, uz2en, slug, uniq, write

SOATO = "SOATO 2023"
USE = "common usage"


def fix_cyrillic(s):
    return s.translate(str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ"))


def read(path):
    with open(path, encoding="utf-8") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


facts = {}
for r in read(sys.argv[1] if len(sys.argv) > 1 else HERE + "/soato.tsv"):
    r["latin"] = r["latin"].replace("‘", "'").replace("’", "'").replace("ʻ", "'")
    if any("а" <= c <= "я" for c in r["russian"]):
        r["russian"] = fix_cyrillic(r["russian"])
    facts[r["soato"]] = r

# soato: English, further English stems, Chinese, Chinese aliases, further aliases
REGIONS = {
    "1703": ("Andijan region", "Andijon Andizhan", "安集延州", "安集延省", ""),
    "1706": ("Bukhara region", "Buxoro Bukhoro Bokhara", "布哈拉州", "布哈拉省", ""),
    "1708": ("Jizzakh region", "Jizzax Djizak Jizak Dzhizak", "吉扎克州", "吉扎克省", ""),
    "1710": ("Kashkadarya region", "Qashqadaryo Kashkadaryo Qashqadarya", "卡什卡达里亚州", "卡什卡达里亚",
             "Кашкадарья|Qashqadaryo|Қашқадарё|Kashkadarya|Qashqadarya|Kashkadaryo"),
    "1712": ("Navoi region", "Navoiy", "纳沃伊州", "纳沃伊省|纳瓦伊州|纳沃依州", "Навоинская область|область Навои"),
    "1714": ("Namangan region", "", "纳曼干州", "纳曼干省", ""),
    "1718": ("Samarkand region", "Samarqand", "撒马尔罕州", "撒马尔罕省|萨马尔罕州", ""),
    "1722": ("Surkhandarya region", "Surxondaryo Surkhondaryo Surkhandaryo Surhandarya", "苏尔汉河州",
             "苏尔汉河|苏尔汉达里亚州|苏尔汉达里亚",
             "Сурхандарья|Surxondaryo|Сурхондарё|Surkhandarya|Surkhondaryo|Surkhandaryo|Surhandarya|Surxon vohasi"),
    "1724": ("Syrdarya region", "Sirdaryo Sirdarya Syrdaryo", "锡尔河州", "锡尔达里亚州|锡尔河省",
             "Сырдарья|Sirdaryo|Сирдарё|Syrdarya|Sirdarya"),
    "1727": ("Tashkent region", "Toshkent", "塔什干州", "塔什干省", "область Ташкент"),
    "1730": ("Fergana region", "Farg'ona Ferghana Fargona Farghona Fargana", "费尔干纳州", "费尔干纳省", ""),
    "1733": ("Khorezm region", "Xorazm Khorazm Khwarazm", "花拉子模州", "花拉子模|霍列兹姆州|霍拉兹姆州|花剌子模州|花剌子模",
             "Хорезм|Xorazm|Хоразм|Khorezm|Khorazm|Khwarazm|Khwarezm"),
    "1735": ("Republic of Karakalpakstan", "", "卡拉卡尔帕克斯坦共和国", "卡拉卡尔帕克斯坦|卡拉卡尔帕克斯坦自治共和国|卡拉卡尔帕克",
             "Каракалпакстан|Каракалпакия|Qoraqalpog'iston|Қорақалпоғистон|Karakalpakstan|Qaraqalpaqstan|"
             "Karakalpakistan|Каракалпакистан|Qoraqalpoqiston|Қорақалпоқистон|Karakalpakstan Republic"),
}

rows = []
for soato, (en, stems, zh, zh_alias, more) in REGIONS.items():
    f = facts[soato]
    al = more.split("|") + zh_alias.split("|")
    main = en.replace(" region", "")
    if soato != "1735":
        al += [main + " province", main + " oblast", main + " viloyati"]
        for st in stems.split():
            al += [st + " region", st + " province"]
        al.append(f["russian"].replace(" область", " обл."))
    names = [f["russian"], f["latin"], f["cyrillic"], en, zh]
    rows.append([f"UZ-{soato}", "region", "UZ", *names, "|".join(uniq(al, names)), SOATO + "; zh " + USE])

tashkent = ["Ташкент", "Toshkent", "Тошкент", "Tashkent", "塔什干"]
rows.append(["UZ-1726", "city", "UZ", *tashkent,
             "город Ташкент|г. Ташкент|Toshkent shahri|Тошкент шаҳри|Tashkent city|city of Tashkent|塔什干市|Toshkent sh.|Тошкент ш.|Taskent",
             SOATO])

# Towns whose bare name is an everyday word or another place: only with the type word in Uzbek.
city_rows, bare_city = [], set(tashkent)
city_by_latin = {}
for s, f in facts.items():
    if f["level"] == "district" and not f["latin"].endswith("tumani") and len(s) == 7:
        city_by_latin[(s[:4], f["latin"])] = s
city_by_latin[("1712", "G'ozg'on")] = "1712412"
city_by_latin[("1724", "Shirin shahri")] = "1724410"
city_by_latin[("1724", "Baxt shahri")] = "1724414"
used = set()
for c in read(HERE + "/uzbekistan-cities.tsv"):
    uz = c["uz"]
    code = city_by_latin.get((c["region"], uz))
    ident = f"UZ-{code}" if code else "UZ-city-" + slug(c["en"].replace(" town", ""))
    used.add(code)
    cyr = facts[code]["cyrillic"] if code and code not in ("1724414", "1712412", "1724410") else lat2cyr(uz)
    names = [c["ru"], uz, cyr, c["en"], c["zh"]]
    al = uniq(c["aliases"].split("|"), names)
    if not uz.endswith("shahri") and code:
        al = uniq(al + ["город " + c["ru"], uz + " shahri", cyr + " шаҳри", c["en"] + " city"], names)
    bare_city.update(names)
    bare_city.update(al)
    city_rows.append([ident, "city", f"UZ-{c['region']}", *names, "|".join(al),
                      SOATO + "; zh " + USE if code else USE])
missing = set(city_by_latin.values()) - used - {"1724414"}
assert not missing, missing

district_rows = []
for d in read(HERE + "/uzbekistan-districts.tsv"):
    s = d["soato"]
    f = facts[s]
    uz, cyr, ru_fact = f["latin"], f["cyrillic"], f["russian"].strip()
    # The list of SOATO has slips; the better known form is the name, the slip an alias.
    ru = {"1703211": "Джалакудукский район", "1706246": "Жондорский район", "1708218": "Зааминский район",
          "1708212": "Шараф-Рашидовский район", "1718216": "Кошрабадский район", "1733221": "Тупраккалинский район",
          "1735209": "Бозатауский район", "1714401367": "Янгинаманганский район",
          "1703209": "Бозский район", "1735250": "Элликкалинский район"}.get(s, ru_fact)
    uz = {"1708212": "Sharof Rashidov tumani", "1703227": "Marhamat tumani", "1733220": "Hazorasp tumani"}.get(s, uz)
    cyr = {"1708212": "Шароф Рашидов тумани", "1733220": "Ҳазорасп тумани"}.get(s, cyr)
    en = d["en"] + " district"
    zh = d["zhBare"] + "区"
    parent = f"UZ-{s[:7]}" if len(s) > 7 else ("UZ-1726" if s.startswith("1726") else f"UZ-{s[:4]}")
    names = [ru, uz, cyr, en, zh]
    al = [ru_fact, f["latin"], f["cyrillic"]] + d["aliases"].split("|")
    bare_uz = uz.replace(" tumani", "")
    for e in uz2en(bare_uz) + [bare_uz.replace("'", ""), ru2en(d["ruBare"])]:
        al.append(e + " district")
    if d["bare"] == "y":
        bare = [d["ruBare"], bare_uz, cyr.replace(" тумани", ""), d["en"], d["zhBare"], ru2en(d["ruBare"])] + uz2en(bare_uz)
        town = next((c for c in city_rows if {d["ruBare"], bare_uz} & set(c[3:5])), None)
        if town is None:
            al += [b for b in bare if b not in bare_city]
        else:  # the town has the bare name, with all its spellings
            town[8] = "|".join(uniq(town[8].split("|") + [b for b in bare if b not in bare_city], town[3:8]))
            bare_city.update(bare)
    if "ё" in ru:
        al.append(ru.replace("ё", "е"))
    al = [a for a in uniq(al, names) if a not in bare_city]
    district_rows.append([f"UZ-{s}", "district", parent, *names, "|".join(al), SOATO + "; en, zh " + USE])

# Bare forms shared by two districts (Yangiobod, Bo'ston ...) name neither of them.
count = {}
for r in district_rows:
    for a in set(r[8].split("|")):
        count[a] = count.get(a, 0) + 1
for r in district_rows:
    r[8] = "|".join(a for a in r[8].split("|") if count[a] == 1)

AREAS = [
    ("fergana-valley", "Ферганская долина", "Farg'ona vodiysi", "Фарғона водийси", "Fergana Valley", "费尔干纳盆地",
     "Ferghana Valley|费尔干纳谷地|Fergana valley|Ferghana valley"),
    ("aral-region", "Приаралье", "Orolbo'yi", "Оролбўйи", "Aral Sea region", "咸海地区", "Южное Приаралье|Orolbo'yi mintaqasi|Оролбўйи минтақаси|Priaralie"),
    ("ustyurt", "Устюрт", "Ustyurt", "Устюрт", "Ustyurt", "乌斯秋尔特", "плато Устюрт|Ustyurt Plateau|Ustyurt plateau|乌斯秋尔特高原|Ustyurt platosi"),
    ("mirzachol", "Голодная степь", "Mirzacho'l cho'li", "Мирзачўл чўли", "Hungry Steppe", "饥饿草原", "Мирзачульская степь"),
    ("zarafshan-valley", "Зарафшанская долина", "Zarafshon vodiysi", "Зарафшон водийси", "Zarafshan Valley", "泽拉夫尚河谷", "Зеравшанская долина|Zarafshan valley"),
    ("kyzylkum", "Кызылкум", "Qizilqum", "Қизилқум", "Kyzylkum", "克孜勒库姆沙漠", "Кызылкумы|Kyzyl Kum|Kyzylkum desert|克孜勒库姆"),
    ("kamchik", "перевал Камчик", "Qamchiq dovoni", "Қамчиқ довони", "Kamchik Pass", "卡姆奇克山口", "Камчик|Qamchiq|Kamchik pass|Kamchik|卡姆奇克"),
]
area_rows = [[f"UZ-area-{a[0]}", "area", "UZ", *a[1:6], "|".join(uniq(a[6].split("|"), a[1:6])), USE] for a in AREAS]

# slug, region or city, ru, uz, en, zh
ZONES = [
    ("navoi", "UZ-1712", "Навои", "Navoiy", "Navoi", "纳沃伊"),
    ("angren", "UZ-1727", "Ангрен", "Angren", "Angren", "安格连"),
    ("jizzakh", "UZ-1708", "Джизак", "Jizzax", "Jizzakh", "吉扎克"),
    ("urgut", "UZ-1718", "Ургут", "Urgut", "Urgut", "乌尔古特"),
    ("gijduvan", "UZ-1706", "Гиждуван", "G'ijduvon", "Gijduvan", "吉日杜万"),
    ("kokand", "UZ-1730", "Коканд", "Qo'qon", "Kokand", "浩罕"),
    ("karakul", "UZ-1706", "Каракуль", "Qorako'l", "Karakul", "卡拉库尔"),
    ("khazarasp", "UZ-1733", "Хазарасп", "Hazorasp", "Khazarasp", "哈扎拉斯普"),
    ("namangan", "UZ-1714", "Наманган", "Namangan", "Namangan", "纳曼干"),
    ("termez", "UZ-1722", "Термез", "Termiz", "Termez", "铁尔梅兹"),
    ("syrdarya", "UZ-1724", "Сырдарья", "Sirdaryo", "Syrdarya", "锡尔河"),
    ("chirakchi", "UZ-1710", "Чиракчи", "Chiroqchi", "Chirakchi", "奇拉克奇"),
    ("karshi", "UZ-1710", "Карши", "Qarshi", "Karshi", "卡尔希"),
    ("fergana", "UZ-1730", "Фергана", "Farg'ona", "Fergana", "费尔干纳"),
    ("andijan", "UZ-1703", "Андижан", "Andijon", "Andijan", "安集延"),
    ("bukhara", "UZ-1706", "Бухара", "Buxoro", "Bukhara", "布哈拉"),
    ("samarkand", "UZ-1718", "Самарканд", "Samarqand", "Samarkand", "撒马尔罕"),
    ("bukhoro-agro", "UZ-1706", "Бухоро-агро", "Buxoro-agro", "Bukhoro-agro", ""),
    ("charvak", "UZ-1727", "Чарвак", "Chorvoq", "Charvak", "恰尔瓦克"),
    ("nukus-pharm", "UZ-1735", "Нукус-фарм", "Nukus-farm", "Nukus-pharm", ""),
    ("zomin-pharm", "UZ-1708", "Зомин-фарм", "Zomin-farm", "Zomin-pharm", ""),
    ("kosonsoy-pharm", "UZ-1714", "Косонсой-фарм", "Kosonsoy-farm", "Kosonsoy-pharm", ""),
    ("sirdaryo-pharm", "UZ-1724", "Сирдарё-фарм", "Sirdaryo-farm", "Sirdaryo-pharm", ""),
    ("boysun-pharm", "UZ-1722", "Бойсун-фарм", "Boysun-farm", "Boysun-pharm", ""),
    ("bostonliq-pharm", "UZ-1727", "Бўстонлиқ-фарм", "Bo'stonliq-farm", "Bostonliq-pharm", ""),
    ("parkent-pharm", "UZ-1727", "Паркент-фарм", "Parkent-farm", "Parkent-pharm", ""),
    ("andijan-pharm", "UZ-1703", "Андижан-фарм", "Andijon-farm", "Andijan-pharm", ""),
    ("baliq", "UZ-1727", "Балык ишлаб чикарувчи", "Baliq ishlab chiqaruvchi", "Baliq ishlab chiqaruvchi", ""),
]
zone_rows = []
for sl, parent, ru, uz, en, zh in ZONES:
    cyr = lat2cyr(uz)
    names = [f"СЭЗ «{ru}»", f"«{uz}» erkin iqtisodiy zonasi", f"«{cyr}» эркин иқтисодий зонаси",
             f"{en} Free Economic Zone", f"{zh}自由经济区" if zh else ""]
    al = [f'СЭЗ "{ru}"', f"СЭЗ “{ru}”", f"СЭЗ {ru}", f"свободная экономическая зона «{ru}»", f'свободная экономическая зона "{ru}"',
          f"специальная экономическая зона «{ru}»", f"СИЭЗ «{ru}»", f"“{uz}” erkin iqtisodiy zonasi", f'"{uz}" erkin iqtisodiy zonasi',
          f"{uz} erkin iqtisodiy zonasi", f"«{uz}» EIZ", f'"{uz}" EIZ', f"“{uz}” EIZ", f"{uz} EIZ",
          f"“{cyr}” эркин иқтисодий зонаси", f'"{cyr}" эркин иқтисодий зонаси', f"{cyr} эркин иқтисодий зонаси", f"«{cyr}» ЭИЗ", f"“{cyr}” ЭИЗ",
          f'"{cyr}" ЭИЗ', f"{en} free economic zone", f"{en} FEZ", f"{en} SEZ", f"{en} special economic zone", f"FEZ {en}", f"SEZ {en}"]
    if zh:
        al += [f"{zh}经济特区", f"{zh}自由工业经济区", f"{zh}工业特区"]
    if sl == "charvak":
        al.append("СТЗ «Чарвак»")
    zone_rows.append([f"UZ-zone-{sl}", "zone", parent, *names, "|".join(uniq(al, names)), USE])
OTHER_ZONES = [
    ("pengsheng", "UZ-1724", "индустриальный парк «Пэншэн»", "«Pengsheng» sanoat parki", "Peng Sheng Industrial Park", "鹏盛工业园",
     "Пэн Шэн|Peng Sheng|Pengsheng|鹏盛|Пенг Шенг|Peng Sheng sanoat parki|технопарк «Пэн Шэн»"),
    ("pharma-park", "UZ-1727", "Ташкент Фарма Парк", "Toshkent Farma Park", "Tashkent Pharma Park", "塔什干医药园", ""),
    ("new-tashkent", "UZ-1726", "Новый Ташкент", "Yangi Toshkent", "New Tashkent", "新塔什干", "Янги Ташкент|Янги Тошкент|Yangi Toshkent tumani|Янги Тошкент тумани|Янгиташкентский район|New Tashkent City|新塔什干城|新塔什干市"),
    ("tashkent-city", "UZ-1726", "Ташкент-Сити", "Toshkent Siti", "Tashkent City business centre", "塔什干城", "Ташкент Сити|Tashkent City biznes markazi|деловой центр «Ташкент-Сити»"),
    ("new-andijan", "UZ-1703", "Новый Андижан", "Yangi Andijon", "New Andijan", "新安集延", "Янги Андижан|Янги Андижон"),
    ("yashnobod-technopark", "UZ-1726", "технопарк «Яшнабад»", "«Yashnobod» texnoparki", "Yashnabad Technopark", "", "инновационный технопарк «Яшнабад»|Yashnobod texnoparki|Технопарк Яшнабад"),
    ("termez-trade-centre", "UZ-1722", "Термезский международный торговый центр", "Termiz xalqaro savdo markazi", "Termez International Trade Centre", "铁尔梅兹国际贸易中心", "Международный торговый центр «Термез»|Airitom|Airitom Free Zone|Айритом"),
    ("central-asia-centre", "UZ-1730", "международный центр промышленной кооперации «Центральная Азия»", "«Markaziy Osiyo» xalqaro sanoat kooperatsiyasi markazi", "Central Asia International Industrial Cooperation Centre", "", ""),
]
for sl, parent, ru, uz, en, zh, al in OTHER_ZONES:
    if sl == "central-asia-centre":
        continue  # straddles the Kazakh border; place not settled
    cyr = lat2cyr(uz)
    names = [ru, uz, cyr, en, zh]
    zone_rows.append([f"UZ-zone-{sl}", "zone", parent, *names, "|".join(uniq(al.split("|"), names)), USE])

n = write("uzbekistan.tsv", COLUMNS, rows + city_rows + district_rows + area_rows + zone_rows)
print("uzbekistan.tsv", n, "cities", len(city_rows) + 1, "districts", len(district_rows))
