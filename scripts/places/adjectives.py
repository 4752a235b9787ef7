#!/usr/bin/env python3
"""Writes adjectives.tsv. `language: id stem stem …`; a stem is lower case and takes the language's endings."""
from common import write

DATA = {"ru": """
CN китайск
UZ узбекск узбекистанск
KR корейск южнокорейск
KP северокорейск
TR турецк
KZ казахстанск казахск
KG киргизск кыргызск кыргызстанск киргизстанск
TJ таджикск таджикистанск
TM туркменск туркменистанск
AF афганск афганистанск
RU российск
BY белорусск беларусск
UA украинск
MD молдавск молдовск
GE грузинск
AM армянск
AZ азербайджанск
MN монгольск
JP японск
TW тайваньск
HK гонконгск
MO макаоск
IN индийск
PK пакистанск
BD бангладешск
LK шри-ланкийск
NP непальск
IR иранск
IQ иракск
SY сирийск
LB ливанск
IL израильск
PS палестинск
JO иорданск
SA саудовск саудийск
AE эмиратск эмиратовск
QA катарск
KW кувейтск
BH бахрейнск
OM оманск
YE йеменск
EG египетск
LY ливийск
TN тунисск
DZ алжирск
MA марокканск
SD суданск
ET эфиопск
KE кенийск
TZ танзанийск
UG угандийск
RW руандийск
NG нигерийск
GH ганск
SN сенегальск
AO ангольск
ZM замбийск
ZA южноафриканск
MZ мозамбикск
DE немецк германск
FR французск
IT итальянск
ES испанск
PT португальск
GB британск
IE ирландск
NL голландск нидерландск
BE бельгийск
LU люксембургск
CH швейцарск
AT австрийск
LI лихтенштейнск
HU венгерск
PL польск
CZ чешск
SK словацк
SI словенск
HR хорватск
RS сербск
BA боснийск
ME черногорск
MK македонск
AL албанск
BG болгарск
RO румынск
GR греческ
CY кипрск
MT мальтийск
DK датск
SE шведск
NO норвежск
FI финск финляндск
IS исландск
EE эстонск
LV латвийск латышск
LT литовск
US американск
CA канадск
MX мексиканск
BR бразильск
AR аргентинск
CL чилийск
PE перуанск
CO колумбийск
VE венесуэльск
CU кубинск
EC эквадорск
UY уругвайск
PA панамск
AU австралийск
NZ новозеландск
SG сингапурск
MY малайзийск
ID индонезийск
VN вьетнамск
TH таиландск тайск
PH филиппинск
KH камбоджийск
LA лаосск
MM мьянманск
MV мальдивск
UZ-1703 андижанск
UZ-1706 бухарск
UZ-1708 джизакск
UZ-1710 кашкадарьинск
UZ-1712 навоийск
UZ-1714 наманганск
UZ-1718 самаркандск
UZ-1722 сурхандарьинск
UZ-1724 сырдарьинск
UZ-1726 ташкентск
UZ-1730 ферганск
UZ-1733 хорезмск
UZ-1735 каракалпакск каракалпакстанск
UZ-1730405 кокандск
UZ-1730412 маргиланск
UZ-1730408 кувасайск
UZ-1722401 термезск
UZ-1710401 каршинск
UZ-1710405 шахрисабзск
UZ-1727404 алмалыкск
UZ-1727407 ангренск
UZ-1727419 чирчикск
UZ-1727413 бекабадск
UZ-1735401 нукусск
UZ-1733401 ургенчск
UZ-1733406 хивинск
UZ-1724401 гулистанск
UZ-1712408 зарафшанск
UZ-city-asaka асакинск
UZ-city-gijduvan гиждуванск
UZ-city-rishtan риштанск
UZ-city-urgut ургутск
UZ-city-chust чустск
UZ-city-denau денауск
CN-beijing пекинск
CN-shanghai шанхайск
CN-tianjin тяньцзиньск
CN-chongqing чунцинск
CN-shandong шаньдунск
CN-sichuan сычуаньск
CN-hubei хубэйск
CN-hunan хунаньск
CN-henan хэнаньск
CN-hebei хэбэйск
CN-gansu ганьсуйск
CN-xinjiang синьцзянск
CN-jiangsu цзянсуск цзянсуйск
CN-zhejiang чжэцзянск
CN-guangdong гуандунск
CN-guangxi гуансийск
CN-yunnan юньнаньск
CN-shaanxi шэньсийск
CN-shanxi шаньсийск
CN-fujian фуцзяньск
CN-anhui аньхойск аньхуэйск
CN-hainan хайнаньск
CN-liaoning ляонинск
CN-jilin цзилиньск
CN-jiangxi цзянсийск
CN-heilongjiang хэйлунцзянск
CN-ningxia нинсяйск
CN-tibet тибетск
CN-guangzhou гуанчжоуск кантонск
CN-shenzhen шэньчжэньск
CN-urumqi урумчинск урумчийск
CN-xian сианьск
CN-qingdao циндаоск
CN-jinan цзинаньск
CN-wuhan уханьск
CN-nanjing нанкинск
CN-suzhou сучжоуск
CN-hangzhou ханчжоуск
CN-lanzhou ланьчжоуск
CN-chengdu чэндуск
CN-harbin харбинск
CN-dalian даляньск
CN-kashgar кашгарск
CN-changsha чаншаск
CN-zhengzhou чжэнчжоуск
KZ-almaty алматинск алма-атинск
KZ-astana астанинск
KZ-shymkent шымкентск чимкентск
KZ-turkistan-region туркестанск
KZ-karaganda-region карагандинск
KZ-atyrau-region атырауск
KZ-aktobe-region актюбинск
KZ-kyzylorda-region кызылординск
KZ-zhambyl-region жамбылск
KZ-mangystau-region мангистауск
KZ-pavlodar-region павлодарск
KZ-kostanay-region костанайск
KZ-akmola-region акмолинск
KG-osh ошск
KG-bishkek бишкекск
KG-batken-region баткенск
KG-jalal-abad-region джалал-абадск
KG-issyk-kul-region иссык-кульск
KG-naryn-region нарынск
TJ-dushanbe душанбинск
TJ-sughd-region согдийск
TJ-khatlon-region хатлонск
TJ-khujand худжандск
TM-ashgabat ашхабадск
TM-lebap-region лебапск
AF-kabul кабульск
RU-moscow московск
RU-st-petersburg петербургск санкт-петербургск
RU-kazan казанск
RU-republic-of-tatarstan татарстанск
RU-republic-of-bashkortostan башкирск башкортостанск
RU-yekaterinburg екатеринбургск
RU-samara-region самарск
RU-saratov-region саратовск
RU-orenburg-region оренбургск
RU-penza-region пензенск
RU-nizhny-novgorod-region нижегородск
RU-kaluga-region калужск
RU-tula-region тульск
RU-rostov-region ростовск
RU-krasnodar-krai краснодарск
RU-stavropol-krai ставропольск
RU-perm-krai пермск
RU-tyumen-region тюменск
RU-voronezh-region воронежск
RU-ulyanovsk-region ульяновск
RU-astrakhan-region астраханск
RU-volgograd-region волгоградск
RU-republic-of-dagestan дагестанск
RU-chechen-republic чеченск
RU-chuvash-republic чувашск
RU-udmurt-republic удмуртск
RU-ufa уфимск
RU-vladivostok владивостокск
TR-istanbul стамбульск
TR-ankara анкарск
TR-bursa бурсинск
TR-izmir измирск
TR-gaziantep газиантепск
TR-konya конийск
TR-antalya анталийск
KR-seoul сеульск
KR-busan пусанск
KR-incheon инчхонск
JP-tokyo токийск
JP-osaka осакск
SA-riyadh эр-риядск
AE-dubai дубайск
AE-abu-dhabi абу-дабийск
QA-doha дохийск
IR-tehran тегеранск
IN-gujarat гуджаратск
IN-delhi делийск
AZ-baku бакинск
GE-tbilisi тбилисск
AM-yerevan ереванск
UA-kyiv киевск
DE-berlin берлинск
DE-munich мюнхенск
DE-bavaria баварск
DE-saxony саксонск
DE-leipzig лейпцигск
DE-hamburg гамбургск
DE-frankfurt франкфуртск
FR-paris парижск
IT-milan миланск
IT-rome римск
GB-london лондонск
GB-scotland шотландск
CH-geneva женевск
CH-zurich цюрихск
AT-vienna венск
HU-budapest будапештск
PL-warsaw варшавск
CZ-prague пражск
BE-brussels брюссельск
US-new-york нью-йоркск
US-washington вашингтонск
US-california калифорнийск
US-texas техасск
EG-cairo каирск
area-africa африканск
area-central-asia центральноазиатск среднеазиатск
""", "en": """
CN chinese
UZ uzbek uzbekistani
KR korean|south korean
KP north korean
TR turkish
KZ kazakh kazakhstani
KG kyrgyz kyrgyzstani kirghiz
TJ tajik tajikistani
TM turkmen turkmenistani
AF afghan
RU russian
BY belarusian belarussian
UA ukrainian
MD moldovan
GE georgian
AM armenian
AZ azerbaijani azeri
MN mongolian
JP japanese
TW taiwanese
IN indian
PK pakistani
BD bangladeshi
LK sri lankan
NP nepalese
IR iranian
IQ iraqi
SY syrian
LB lebanese
IL israeli
PS palestinian
JO jordanian
SA saudi|saudi arabian
AE emirati
QA qatari
KW kuwaiti
BH bahraini
OM omani
YE yemeni
EG egyptian
LY libyan
TN tunisian
DZ algerian
MA moroccan
SD sudanese
ET ethiopian
KE kenyan
TZ tanzanian
UG ugandan
RW rwandan
NG nigerian
GH ghanaian
SN senegalese
AO angolan
ZM zambian
ZA south african
MZ mozambican
DE german
FR french
IT italian
ES spanish
PT portuguese
GB british
IE irish
NL dutch
BE belgian
LU luxembourgish
CH swiss
AT austrian
HU hungarian
PL polish
CZ czech
SK slovak slovakian
SI slovenian
HR croatian
RS serbian
BA bosnian
ME montenegrin
MK macedonian
AL albanian
BG bulgarian
RO romanian
GR greek
CY cypriot
MT maltese
DK danish
SE swedish
NO norwegian
FI finnish
IS icelandic
EE estonian
LV latvian
LT lithuanian
US american
CA canadian
MX mexican
BR brazilian
AR argentine argentinian
CL chilean
PE peruvian
CO colombian
VE venezuelan
CU cuban
EC ecuadorian
AU australian
SG singaporean
MY malaysian
ID indonesian
VN vietnamese
TH thai
PH philippine filipino
KH cambodian
LA laotian
GB-scotland scottish
GB-wales welsh
DE-bavaria bavarian
DE-saxony saxon
CN-tibet tibetan
CN-guangdong cantonese
UZ-1733 khorezmian
UZ-1735 karakalpak
UZ-1718 samarkandi
UZ-1706 bukharan
RU-republic-of-tatarstan tatar
RU-chechen-republic chechen
AT-vienna viennese
US-california californian
US-texas texan
area-africa african
area-central-asia central asian
""", "uz": """
CN xitoylik
UZ o'zbekistonlik o'zbek
KR koreyalik|janubiy koreyalik koreys
KP shimoliy koreyalik
TR turkiyalik turk
KZ qozog'istonlik qozoq
KG qirg'izistonlik qirg'iz
TJ tojikistonlik tojik
TM turkmanistonlik turkman
AF afg'onistonlik afg'on
RU rossiyalik
BY belaruslik belorus
UA ukrainalik ukrain
MD moldovalik
GE gruziyalik gruzin
AM armanistonlik arman
AZ ozarbayjonlik
MN mo'g'ulistonlik mo'g'ul
JP yaponiyalik yapon
TW tayvanlik
HK gonkonglik
IN hindistonlik hind
PK pokistonlik
BD bangladeshlik
IR eronlik
IQ iroqlik
SY suriyalik
LB livanlik
IL isroillik
JO iordaniyalik
SA saudiyalik saudiya|saudiya arabistonlik
AE amirliklik amirlik
QA qatarlik
KW quvaytlik
BH bahraynlik
OM ummonlik
EG misrlik
LY liviyalik
TN tunislik
DZ jazoirlik
MA marokashlik
ET efiopiyalik
KE keniyalik
TZ tanzaniyalik
NG nigeriyalik
ZA janubiy afrikalik
DE germaniyalik nemis
FR fransiyalik fransuz
IT italiyalik italyan
ES ispaniyalik ispan
PT portugaliyalik
GB britaniyalik
IE irlandiyalik
NL niderlandiyalik gollandiyalik golland
BE belgiyalik
LU lyuksemburglik
CH shveytsariyalik
AT avstriyalik
HU vengriyalik venger
PL polshalik polyak
CZ chexiyalik chex
SK slovakiyalik
SI sloveniyalik
HR xorvatiyalik
RS serbiyalik
BG bolgariyalik bolgar
RO ruminiyalik
GR gretsiyalik
CY kiprlik
DK daniyalik
SE shvetsiyalik shved
NO norvegiyalik
FI finlandiyalik
EE estoniyalik
LV latviyalik
LT litvalik
US amerikalik
CA kanadalik
MX meksikalik
BR braziliyalik
AR argentinalik
AU avstraliyalik
NZ yangi zelandiyalik
SG singapurlik
MY malayziyalik
ID indoneziyalik
VN vyetnamlik
TH tailandlik
PH filippinlik
UZ-1703 andijonlik
UZ-1706 buxorolik
UZ-1708 jizzaxlik
UZ-1710 qashqadaryolik
UZ-1712 navoiylik
UZ-1714 namanganlik
UZ-1718 samarqandlik
UZ-1722 surxondaryolik
UZ-1724 sirdaryolik
UZ-1726 toshkentlik
UZ-1730 farg'onalik
UZ-1733 xorazmlik
UZ-1735 qoraqalpog'istonlik qoraqalpoq
UZ-1730405 qo'qonlik
UZ-1730412 marg'ilonlik
UZ-1722401 termizlik
UZ-1710401 qarshilik
UZ-1735401 nukuslik
UZ-1733401 urganchlik
UZ-1733406 xivalik
CN-beijing pekinlik
CN-shanghai shanxaylik
CN-guangzhou guanchjoulik
CN-urumqi urumchilik
CN-xinjiang shinjonlik
CN-shandong shandunlik
TR-istanbul istanbullik
TR-ankara anqaralik
TR-bursa bursalik
KR-seoul seullik
RU-moscow moskvalik
RU-kazan qozonlik
RU-republic-of-tatarstan tataristonlik
AE-dubai dubaylik
KZ-almaty olmaotalik
KZ-shymkent chimkentlik
KG-osh o'shlik
KG-bishkek bishkeklik
TJ-khujand xo'jandlik
TJ-dushanbe dushanbelik
DE-bavaria bavariyalik
area-africa afrikalik
area-central-asia markaziy osiyolik
""", "zh": """
CN 中方 中企 中资
UZ 乌方 乌企
KR 韩方 韩企 韩资
KZ 哈方 哈企
KG 吉方
TJ 塔方
RU 俄方 俄企
US 美方 美企 美资
DE 德方 德企 德资
JP 日方 日企 日资
SA 沙方
"""}
PHRASES = {"sri lankan", "south african", "south korean", "north korean", "saudi arabian", "central asian", "janubiy koreyalik",
           "shimoliy koreyalik", "janubiy afrikalik", "yangi zelandiyalik", "saudiya arabistonlik", "markaziy osiyolik"}
rows = []
for lang, text in DATA.items():
    for line in text.strip().split("\n"):
        ident, _, rest = line.partition(" ")
        for part in rest.split("|"):
            phrase = next((p for p in PHRASES if part.startswith(p)), None)
            if phrase:
                rows.append((phrase, lang, ident))
                part = part[len(phrase):]
            rows += [(w, lang, ident) for w in part.split()]
print("adjectives.tsv", write("adjectives.tsv", ["stem", "language", "id", "source"], [(*r, "common usage") for r in rows]))
