#!/usr/bin/env python3
"""Makes up about 20,000 rows of grant decisions, 2018-2024, as a case system could have exported them.

    python3 make-decisions.py

Writes decisions-2018-2024.csv beside this file and prints a check list (target, got). Every case is made up; the tables
below say which magnitudes are published, and in what, and which are ours. The same seed gives the same bytes.
"""

import calendar
import csv
import math
import pathlib
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field

SEED = 20250131  # ours: the day of the made-up extract
OUTPUT = pathlib.Path(__file__).resolve().parent / "decisions-2018-2024.csv"
MILLION = 1_000_000

# ---------------------------------------------------------------------------------------------------------------------
# Code lists
# ---------------------------------------------------------------------------------------------------------------------

HEADER = (
    "Ärende;Stödform;Län;Kommun;Beslutsår;Utbetalningsår;Beviljat;Utbetalt;Total kostnad;Fond;EU-medel;"
    "Strategiskt område;Prioritering;Andel;Sökande;Kön;SNI;Start;Slut;Resultatkedja;Ekonomisk hållbarhet;"
    "Social hållbarhet;Miljömässig hållbarhet"
).split(";")

YEARS = tuple(range(2018, 2025))
LAST_PAYMENT = 2024  # ours: the extract is dated 31 January 2025 and holds whole years only

# Published: the kinds of support in the yearly reports on regional growth money; their Swedish names here are ours.
FORMS = {
    "project": "Projektverksamhet",
    "investment": "Regionalt investeringsstöd",
    "business": "Övriga företagsstöd",
    "service": "Stöd till kommersiell service",
    "transport": "Transportbidrag",
    "evaluation": "Uppföljning och utvärdering",
}
RAKED_FORMS = ("project", "investment", "business", "service")

# Published: the national strategy 2021-2030 (Skr. 2020/21:133). The weights within an area are ours.
PRIORITIES = {
    "boende": (
        ("Hög livskvalitet med goda och attraktiva livsmiljöer", 50),
        ("God samhällsplanering", 30),
        ("God tillgång till kommersiell och offentlig service", 20),
    ),
    "kompetens": (
        ("Väl fungerande infrastruktur för kompetensförsörjning och livslångt lärande", 45),
        ("Utvecklat regionalt kompetensförsörjningsarbete", 55),
    ),
    "innovation": (
        ("Omställning genom starka regionala innovationssystem och smart specialisering", 27),
        ("En konkurrenskraftig, cirkulär och biobaserad samt klimat- och miljömässigt hållbar ekonomi", 19),
        ("Tillvarata digitaliseringens möjligheter", 12),
        ("Ett gott näringsklimat med goda ramvillkor och väl fungerande kapitalförsörjning", 30),
        ("Internationalisering, investeringsfrämjande och ökad export", 12),
    ),
    "tillganglighet": (
        ("Förbättrad tillgång till snabbt bredband och ökad digital användning", 45),
        ("Tillgänglighet genom hållbara transportsystem", 55),
    ),
}
SERVICE_PRIORITY = PRIORITIES["boende"][2][0]
BROADBAND = PRIORITIES["tillganglighet"][0][0]
DIGITAL = PRIORITIES["innovation"][2][0]
EXPORT = PRIORITIES["innovation"][4][0]

AREAS = {
    "boende": "Likvärdiga möjligheter till boende, arbete och välfärd i hela landet",
    "kompetens": "Kompetensförsörjning och kompetensutveckling i hela landet",
    "innovation": "Innovation och förnyelse samt entreprenörskap och företagande i hela landet",
    "tillganglighet": "Tillgänglighet i hela landet genom digital kommunikation och transportsystemet",
    "internationellt": "Internationellt samarbete",
    "saknas": "UPPGIFT SAKNAS",
    "insatser": "Övriga insatser",
    "ovrigt": "Övrigt",
    "rus": "Övrigt genomförande av RUS",
}
STRATEGIC = tuple(PRIORITIES)
OTHER = tuple(area for area in AREAS if area not in PRIORITIES)

# Last two digits of the municipality codes of each county. Published: the official division, unchanged 2018-2024.
MUNICIPALITIES = {
    "01": "14 15 17 20 23 25 26 27 28 36 38 39 40 60 62 63 80 81 82 83 84 86 87 88 91 92",
    "03": "05 19 30 31 60 80 81 82",
    "04": "28 61 80 81 82 83 84 86 88",
    "05": "09 12 13 60 61 62 63 80 81 82 83 84 86",
    "06": "04 17 42 43 62 65 80 82 83 84 85 86 87",
    "07": "60 61 63 64 65 67 80 81",
    "08": "21 34 40 60 61 62 80 81 82 83 84 85",
    "09": "80",
    "10": "60 80 81 82 83",
    "12": "14 30 31 33 56 57 60 61 62 63 64 65 66 67 70 72 73 75 76 77 78 80 81 82 83 84 85 86 87 90 91 92 93",
    "13": "15 80 81 82 83 84",
    "14": "01 02 07 15 19 21 27 30 35 38 39 40 41 42 43 44 45 46 47 52 60 61 62 63 65 66 70 71 72 73 80 81 82 84 85 "
    "86 87 88 89 90 91 92 93 94 95 96 97 98 99",
    "17": "15 30 37 60 61 62 63 64 65 66 80 81 82 83 84 85",
    "18": "14 60 61 62 63 64 80 81 82 83 84 85",
    "19": "04 07 60 61 62 80 81 82 83 84",
    "20": "21 23 26 29 31 34 39 61 62 80 81 82 83 84 85",
    "21": "01 04 21 32 61 80 81 82 83 84",
    "22": "60 62 80 81 82 83 84",
    "23": "03 05 09 13 21 26 61 80",
    "24": "01 03 04 09 17 18 21 22 25 60 62 63 80 81 82",
    "25": "05 06 10 13 14 18 21 23 60 80 81 82 83 84",
}
COUNTIES = tuple(MUNICIPALITIES)
NATIONAL = "00"
SEAT = "80"  # the county seat ends in 80 in every county

# ---------------------------------------------------------------------------------------------------------------------
# Levels
# ---------------------------------------------------------------------------------------------------------------------

# Granted a year, million kronor. 1:1 published: 2018, as 2 165 (Tillväxtverket, report 0303) less 1:2. Ours: the rest,
# below the voted 1:1 of 2 100 (2018), 1 675 (2019) and 1 993 (2023) known from the state budget, where 2019 dips too.
LEVEL_1_1 = {2018: 1737, 2019: 1650, 2020: 1900, 2021: 1850, 2022: 1750, 2023: 1700, 2024: 1800}
# 1:2 published: 2018 and 2019, the outcome of the state budget (ESV). Ours: the rest, within 450-500.
LEVEL_1_2 = {2018: 428, 2019: 440, 2020: 455, 2021: 470, 2022: 475, 2023: 451, 2024: 490}
LEVEL_NOISE = 0.004  # ours: so that no year is a round number

# Share of 1:1 by form, percent; evaluation is taken out of project later. Published: the mix of 2017 (Tillväxtverket,
# report 0302: 840, 518, 238 and 53 of 1 649), used for 2018-2019. Ours: after that less to companies, then two points
# more to them from 2021 to 2024 (the direction is published in the report on 2023, not the size).
FORM_SHARE = {
    2018: {"project": 51.0, "investment": 31.4, "business": 14.4, "service": 3.2},
    2019: {"project": 51.0, "investment": 31.4, "business": 14.4, "service": 3.2},
    2020: {"project": 53.8, "investment": 29.0, "business": 14.0, "service": 3.2},
    2021: {"project": 55.8, "investment": 27.5, "business": 13.5, "service": 3.2},
    2022: {"project": 55.1, "investment": 27.9, "business": 13.8, "service": 3.2},
    2023: {"project": 54.4, "investment": 28.4, "business": 14.0, "service": 3.2},
    2024: {"project": 53.8, "investment": 28.7, "business": 14.3, "service": 3.2},
}

# Weight of each county and form, million kronor: project, investment, business, service. Published: 06, 08, 09, 10, 13,
# 20, 21 and 23, and of 07 the total and business (a county table on Tillväxtverket's web, whose year is not shown).
# Ours: the rest; that 25 led in investment (2014) and that 03 has little money is published.
COUNTY_FORMS = {
    "01": (12.0, 0.0, 0.0, 0.0),
    "03": (10.3, 1.0, 1.5, 1.2),
    "04": (15.6, 3.0, 6.0, 0.4),
    "05": (16.0, 4.0, 6.5, 1.5),
    "06": (34.3, 0.0, 6.4, 1.1),
    "07": (23.1, 0.0, 2.2, 1.0),
    "08": (42.6, 0.1, 19.8, 2.0),
    "09": (32.8, 0.0, 2.2, 0.0),
    "10": (54.7, 0.0, 2.6, 1.1),
    "12": (60.0, 0.0, 0.0, 0.0),
    "13": (9.9, 0.0, 9.9, 0.6),
    "14": (57.0, 28.0, 21.0, 4.0),
    "17": (56.0, 29.0, 17.0, 3.0),
    "18": (21.5, 15.0, 18.0, 0.5),
    "19": (17.0, 4.0, 8.0, 1.0),
    "20": (77.7, 58.4, 3.3, 2.5),
    "21": (111.5, 34.6, 8.8, 2.5),
    "22": (31.0, 58.0, 27.0, 4.0),
    "23": (56.7, 72.1, 5.9, 5.6),
    "24": (79.0, 47.0, 19.0, 5.0),
    "25": (45.0, 115.0, 25.0, 5.0),
}
COUNTY_NOISE = 0.15  # ours; that the use varies between years is published (report on 2023)
CELL_NOISE = 0.04  # ours
NATIONAL_SHARE = (0.035, 0.045)  # ours: decisions for the whole country, part of 1:1
# Published: only these four counties have transport grants (Riksrevisionen). Ours: the shares, percent.
TRANSPORT_SHARE = {"22": 29, "23": 11, "24": 41, "25": 19}

# Cases granted something, a year and form. Ours: scaled so that cases times payment years give about 20,000 rows.
CASES = {"project": 435, "investment": 105, "business": 425, "service": 140, "transport": 235}
NATIONAL_CASES = 4  # ours: one in a hundred project cases
CASES_POWER = 0.75  # ours: a county with twice the money has less than twice the cases
FEWEST = {"project": 5, "investment": 1, "business": 2, "service": 1, "transport": 5}  # ours
EVALUATIONS = (2, 4)  # ours: cases a county and year, where there are any
EVALUATION_MEAN = 0.5 * MILLION  # ours
EVALUATION_COUNTIES = 6  # ours: counties with evaluation, any year but 2023
REFUSED = 0.031  # ours: cases granted nothing, of all cases
# Ours: spread of the amounts within a county and form, as of a lognormal distribution.
SPREAD = {"project": 1.0, "investment": 0.8, "business": 0.7, "service": 0.5, "transport": 1.4, "evaluation": 0.5}
WIDEST = 2.3  # ours: largest deviation drawn, in units of the spread

# ---------------------------------------------------------------------------------------------------------------------
# What the report on 2023 says of which regions (published, as sets; silent is not nought, but the sets are kept exact)
# ---------------------------------------------------------------------------------------------------------------------

REPORT = 2023
PROJECT_LARGEST = "01 04 05 06 07 09 10 12 13 14 17 19 20 21 24".split()
BUSINESS_LARGEST = ["22"]
HAS_BUSINESS = "04 05 06 07 08 09 10 14 17 18 19 20 21 22 23 24".split()
SILENT_BUSINESS = "03 13 25".split()  # ours: have some, although the report does not say so
HAS_SERVICE = "03 05 06 07 08 10 14 17 19 20 21 22 23 24 25".split()
HAS_EVALUATION = "01 10 13 22 24".split()
ERDF_STRONG = "01 06 07 08 09 18 19 21 22 23".split()
ERDF_CASES = {"01": 2, "09": 4, "14": 13}
ERDF_COST_14 = 280  # million kronor; the thirteen cases of 14 cost more than this together
INTERREG_NONE = "01 03 04 05 06 08 09 13 21".split()
INTERREG_SOME = "07 10 12 14 17 18 19 20 22 23 24 25".split()
INTERREG_CASES = {"14": 8, "20": 4, "12": 2, "23": 2, "24": 2, "25": 2}  # published: 14 and 20; ours: two elsewhere
ESF_CASES = {"04": 2, "06": 2}  # published: these two counties; ours: how many
NAMES_AREA = "01 04 05 07 14 18 22".split()  # can tie the money to an area, so few of their cases lack one
BUSINESS_SCORED = "04 06 07 08 09 10 14 17 18 20 21 22 23 24 25".split()  # sustainability asked in business support
RESULTS_CHAIN = "07 12 21".split()

ERDF_SHARE_2023 = {True: 0.42, False: 0.11}  # ours: of project cases, in the strong counties and the others
CASES_2023 = {"01": 5, "09": 10, "14": 42}  # ours: project cases, so that the counts above are a fair part of them
SMALL_2023 = {("13", "business"): 0.25, ("04", "service"): 0, ("13", "service"): 0, ("18", "service"): 0}  # ours

# ---------------------------------------------------------------------------------------------------------------------
# Areas
# ---------------------------------------------------------------------------------------------------------------------

# Share of granted 1:1, percent. Published: about 78 % innovation in 2015 (Tillväxtverket, press release), which
# 2019-2020 follow. Ours: all the rest. 2018 has no area in this extract.
AREA_SHARE = {
    2019: dict(innovation=77, boende=8, kompetens=6.5, tillganglighet=4, internationellt=2.5, saknas=1.5, rus=0.5),
    2020: dict(innovation=76.5, boende=8.5, kompetens=6.5, tillganglighet=4, internationellt=2.5, saknas=1.5, rus=0.5),
    2021: dict(innovation=57, boende=12, kompetens=11, tillganglighet=7,
               internationellt=1.8, saknas=5.4, insatser=2.4, ovrigt=1.2, rus=2.2),
    2022: dict(innovation=58, boende=12, kompetens=11, tillganglighet=7,
               internationellt=1.8, saknas=4.5, insatser=2.3, ovrigt=1.2, rus=2.2),
    2023: dict(innovation=58, boende=12, kompetens=11.5, tillganglighet=7,
               internationellt=1.7, saknas=3.8, insatser=2.4, ovrigt=1.2, rus=2.4),
    2024: dict(innovation=59, boende=12, kompetens=11, tillganglighet=7,
               internationellt=1.7, saknas=3.2, insatser=2.4, ovrigt=1.2, rus=2.5),
}
# Ours: how the draw leans by form before it is steered to the shares above; business support is mostly innovation.
AREA_LEAN = {
    "project": dict(innovation=40, boende=16, kompetens=20, tillganglighet=11,
                    internationellt=3, saknas=5, insatser=4, ovrigt=2, rus=4),
    "investment": dict(innovation=90, boende=3, tillganglighet=1.5, saknas=5, insatser=0.5),
    "business": dict(innovation=88, boende=3, tillganglighet=1, saknas=5, insatser=2, ovrigt=1),
}
# Ours, by hooks in the report on 2023: 22 has broadband, 04 follows all four areas, some name the area of all money.
AREA_TILT = {
    ("22", "tillganglighet"): 4.0,
    ("04", "boende"): 1.4,
    ("04", "kompetens"): 1.4,
    ("04", "tillganglighet"): 1.6,
}
MISSING_TILT = {True: 0.2, False: 1.5}  # in the counties of NAMES_AREA, and in the others
# Ours: county and area without one row in any year, and with refused cases only (year of the case).
NO_ROWS = (("01", "tillganglighet"), ("09", "tillganglighet"), ("19", "tillganglighet"), ("13", "kompetens"))
ONLY_REFUSED = {("03", "tillganglighet"): 2022, ("10", "kompetens"): 2023}
NO_PRIORITY = 0.10  # ours
SEVERAL_FROM = 2021  # ours: several areas in a case came with the strategy of 2021
SEVERAL = 0.05  # ours: of the project cases
THREE = 0.15  # ours: of those with several

# ---------------------------------------------------------------------------------------------------------------------
# Payments
# ---------------------------------------------------------------------------------------------------------------------

# Paid in year 0, 1, 2 ... after the decision, percent of granted in the cohort. All ours; published is only that money
# is paid in arrears and that some cases run very long.
PAID = {
    "project": (12, 33, 27, 15, 6, 1.6, 0.4),
    "investment": (8, 32, 30, 14, 4, 1.5, 0.5),
    "business": (35, 47, 10, 2),
    "service": (55, 37, 4),
    "transport": (85, 15),
    "evaluation": (45, 45, 6),
}
# Ours: chance that the first payment comes in year 0, 1, 2, and the last in year 0, 1, 2 ...
FIRST = {
    "project": (48, 47, 5), "investment": (40, 50, 10), "business": (60, 38, 2), "service": (75, 25),
    "transport": (97, 3), "evaluation": (65, 35),
}
LAST = {
    "project": (0, 5, 22, 34, 25, 10, 4), "investment": (0, 10, 33, 34, 15, 5, 3), "business": (5, 52, 34, 9),
    "service": (28, 56, 16), "transport": (40, 60), "evaluation": (30, 55, 15),
}
GAP = 0.04  # ours: chance of a year without payment in between
# Ours: part of the cases never paid, part paid less than granted, and how much of the grant these leave on average.
LAPSE = {
    "project": (0.015, 0.12, 0.3), "investment": (0.04, 0.2, 0.3), "business": (0.03, 0.12, 0.25),
    "service": (0.02, 0.08, 0.25), "transport": (0, 0, 0), "evaluation": (0.02, 0.08, 0.25),
}
PAYMENT_NOISE = 0.45  # ours: spread of the payments of a case about the profile
ROUNDS = 60  # ours: rounds of fitting; more change nothing

# ---------------------------------------------------------------------------------------------------------------------
# Other money
# ---------------------------------------------------------------------------------------------------------------------

ERDF, ESF, INTERREG, JTF = "Regionalfonden", "Socialfonden", "Interreg", "Fonden för rättvis omställning"
# Part of project cases with a fund. Ours; published is the order of the funds, and that programmes started late.
FUND_SHARE = {
    ERDF: {2018: 0.24, 2019: 0.22, 2020: 0.19, 2021: 0.09, 2022: 0.11, 2024: 0.31},
    INTERREG: {2018: 0.05, 2019: 0.05, 2020: 0.04, 2021: 0.02, 2022: 0.03, 2024: 0.06},
    ESF: {2018: 0.03, 2019: 0.03, 2020: 0.03, 2021: 0.015, 2022: 0.015, 2024: 0.035},
}
STRONG_TILT = {True: 1.35, False: 0.8}  # ours: the Regionalfonden counties of 2023 and the others, other years
JTF_CASES = {("14", 2023): 1, ("25", 2023): 1, ("09", 2024): 1, ("14", 2024): 2, ("25", 2024): 3}  # ours
FUND_SIZE = {"": 1.0, ERDF: 1.5, INTERREG: 0.8, ESF: 1.2, JTF: 1.6}  # ours: size of the grant beside others
# Other money per krona granted: least, most, most common. Published: projects get at most half (rule of two regions)
# and investments had 8,3 in 2014 (Tillväxtverket, report 0192). Ours: the rest.
OTHER_MONEY = {
    "": (1.0, 1.6, 1.1), ERDF: (2.0, 4.0, 3.0), INTERREG: (2.5, 3.5, 3.0), ESF: (2.0, 3.0, 2.5), JTF: (2.0, 3.5, 2.5),
    "investment": (4.0, 11.0, 9.5), "business": (1.0, 1.5, 1.2),
}
ERDF_14_SIZE = 1.9  # ours, as the next: makes the published cost of 14 in 2023 come out
ERDF_14_OTHER_MONEY = (7.5, 11.0, 9.0)
EU_SHARE = {ERDF: (0.40, 0.50), INTERREG: (0.45, 0.60), ESF: (0.40, 0.50), JTF: (0.40, 0.50)}  # ours: of the whole cost
EU_MOST_WEST = 0.40  # published: Regionalfonden pays at most 40 % in Västsverige, 50 % elsewhere
WEST = ("13", "14")

# ---------------------------------------------------------------------------------------------------------------------
# Who and where; all ours
# ---------------------------------------------------------------------------------------------------------------------

APPLICANTS = {
    "project": dict(Region=30, Kommun=20, Förening=20, Lärosäte=13, Myndighet=6, Företag=4, Annan=7),
    "investment": dict(Företag=100),
    "business": dict(Företag=98, Förening=2),
    "service": dict(Företag=72, Förening=18, Kommun=10),
    "transport": dict(Företag=100),
    "evaluation": dict(Region=45, Lärosäte=30, Företag=15, Myndighet=10),
    NATIONAL: dict(Myndighet=45, Lärosäte=25, Förening=20, Annan=10),
}
SEX = {  # only asked in business support; empty where the company did not say
    "investment": {"Kvinna": 12, "Man": 76, "Delat": 2, "": 10},
    "business": {"Kvinna": 31, "Man": 57, "Delat": 2, "": 10},
}
SNI_MAKING = {"10": 14, "16": 16, "22": 9, "23": 4, "24": 3, "25": 26, "27": 4, "28": 14, "29": 5, "31": 5}
SNI_MIX = {
    "01": 2, "02": 1, "35": 1, "38": 2, "41": 3, "42": 1, "43": 4, "45": 3, "46": 5, "47": 4, "49": 3, "52": 1, "55": 8,
    "56": 4, "58": 1, "62": 5, "63": 1, "70": 3, "71": 4, "72": 1, "74": 2, "77": 1, "79": 2, "81": 1, "86": 1, "93": 2,
    "96": 1,
}
SNI_MAKING_SHARE = {"investment": 0.6, "business": 0.35, "transport": 0.88, "project": 0.1}
SNI_FIXED = {"service": {"47": 100}, "evaluation": {"70": 60, "72": 40}}  # shops and petrol; consultants
NO_MUNICIPALITY = {"project": 0.12, "evaluation": 0.3}
SEAT_SHARE = {"project": 0.72, "investment": 0.15, "business": 0.25, "service": 0, "transport": 0.15, "evaluation": 0.9}
SEAT_SHARE_18 = 0.55  # hook in the report on 2023: business support there looks to the county seat
CITY = 3  # codes ending in 80 or more were cities; they weigh three times the rest, in service a third
NO_SERVICE = "0330 0484 0581 1281 1283 1401 1402 1407 1441 1481 1482 2081 2281 2581".split()  # densely built
CHAIN = {True: 0.85, False: 0.25}  # results chain, in the counties of RESULTS_CHAIN and the others
# Scores 0, 1, 2, 3. Ours; published of 08 only that economy gets most and the social side most often something.
SCORES = {"economic": (3, 17, 42, 38), "social": (22, 38, 28, 12), "environmental": (17, 36, 31, 16)}
SCORES_SOCIAL_08 = (1, 60, 30, 9)
SCORED_ELSEWHERE = 0.4  # business support outside BUSINESS_SCORED, any year but 2023

# ---------------------------------------------------------------------------------------------------------------------


@dataclass
class Case:
    year: int
    form: str
    county: str
    refused: bool = False
    number: str = ""
    municipality: str = ""
    granted: int = 0
    cost: int = 0
    fund: str = ""
    eu: int = 0
    areas: list = field(default_factory=list)  # (area, priority, share)
    applicant: str = ""
    sex: str = ""
    sni: str = ""
    start: str = ""
    end: str = ""
    chain: str = ""
    scores: tuple = ("", "", "")
    planned: list = field(default_factory=list)  # years after the decision, also those after the extract
    paid: dict = field(default_factory=dict)  # calendar year: kronor, to the extract


class Dice:
    """One stream of random numbers. Only random() is used, the one method promised to stay the same."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def chance(self, probability):
        return self.random() < probability

    def between(self, low, high):
        return low + (high - low) * self.random()

    def whole(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def pick(self, weights):
        """Key of a dictionary of weights, or index of a sequence of them."""
        pairs = list(weights.items()) if isinstance(weights, dict) else list(enumerate(weights))
        left = self.random() * sum(weight for _, weight in pairs)
        for key, weight in pairs:
            left -= weight
            if left < 0:
                return key
        return next(key for key, weight in reversed(pairs) if weight > 0)

    def normal(self):
        """The sum of twelve uniform numbers is near enough to normal."""
        return sum(self.random() for _ in range(12)) - 6

    def lognormal(self, spread):
        return math.exp(spread * max(-WIDEST, min(WIDEST, self.normal())))

    def triangle(self, low, high, mode):
        cut, part = (mode - low) / (high - low), self.random()
        if part < cut:
            return low + math.sqrt(part * (high - low) * (mode - low))
        return high - math.sqrt((1 - part) * (high - low) * (high - mode))

    def shuffle(self, items):
        for last in range(len(items) - 1, 0, -1):
            other = self.whole(0, last)
            items[last], items[other] = items[other], items[last]


# --- Amounts per county and form -------------------------------------------------------------------------------------


def fitted(cells, rows, columns):
    """Scales a table until its rows and columns have the wanted sums; the rows are exact."""
    for _ in range(ROUNDS):
        for column, wanted in columns.items():
            got = sum(cells[row][column] for row in cells)
            for row in cells:
                cells[row][column] *= wanted / got
        for row, wanted in rows.items():
            got = sum(cells[row].values())
            for column in cells[row]:
                cells[row][column] *= wanted / got
    return cells


def plan(dice, year):
    """Kronor by (county, form) in a year."""
    level = LEVEL_1_1[year] * MILLION * dice.between(1 - LEVEL_NOISE, 1 + LEVEL_NOISE)
    national = level * dice.between(*NATIONAL_SHARE)
    seed, rows = {}, {}
    for county, weights in COUNTY_FORMS.items():
        small = SMALL_2023 if year == REPORT else {}
        seed[county] = {
            form: weight * small.get((county, form), 1) * dice.between(1 - CELL_NOISE, 1 + CELL_NOISE)
            for form, weight in zip(RAKED_FORMS, weights)
        }
        rows[county] = sum(weights) * dice.between(1 - COUNTY_NOISE, 1 + COUNTY_NOISE)
    scale = (level - national) / sum(rows.values())
    columns = {form: level * share / 100 for form, share in FORM_SHARE[year].items()}
    columns["project"] -= national
    cells = fitted(seed, {county: amount * scale for county, amount in rows.items()}, columns)
    amounts = {(county, form): row[form] for county, row in cells.items() for form in RAKED_FORMS if row[form]}
    amounts[NATIONAL, "project"] = national
    transport = LEVEL_1_2[year] * MILLION * dice.between(1 - LEVEL_NOISE, 1 + LEVEL_NOISE)
    weights = {county: share * dice.between(0.93, 1.07) for county, share in TRANSPORT_SHARE.items()}
    for county, weight in weights.items():
        amounts[county, "transport"] = transport * weight / sum(weights.values())
    return amounts


def counts(amounts, year):
    """Cases by (county, form), fewer per krona where there is more money."""
    result = {(NATIONAL, "project"): NATIONAL_CASES}
    for form, total in CASES.items():
        weights = {county: amount**CASES_POWER for (county, kind), amount in amounts.items() if kind == form}
        weights.pop(NATIONAL, None)
        for county, weight in weights.items():
            result[county, form] = max(FEWEST[form], round(total * weight / sum(weights.values())))
    if year == REPORT:
        result.update({(county, "project"): count for county, count in CASES_2023.items()})
    if result.get(("08", "investment")):
        result["08", "investment"] = 1  # the published amount there is that of one small case
    return result


def evaluations(dice, year, amounts, numbers):
    """Moves some of the project money of a few counties to evaluation."""
    counties = list(COUNTIES)
    dice.shuffle(counties)
    for county in HAS_EVALUATION if year == REPORT else sorted(counties[:EVALUATION_COUNTIES]):
        numbers[county, "evaluation"] = dice.whole(*EVALUATIONS)
        amounts[county, "evaluation"] = numbers[county, "evaluation"] * EVALUATION_MEAN * dice.between(0.8, 1.2)
        amounts[county, "project"] -= amounts[county, "evaluation"]


# --- Cases -----------------------------------------------------------------------------------------------------------


def cases_of(dice, year):
    amounts = plan(dice, year)
    numbers = counts(amounts, year)
    evaluations(dice, year, amounts, numbers)
    cases = []
    for county, form in sorted(numbers):
        cell = [Case(year, form, county) for _ in range(numbers[county, form])]
        if form == "project":
            give_funds(dice, county, year, cell)
        give_amounts(dice, cell, amounts[county, form])
        cases += cell
    cases += refused_cases(dice, year, numbers)
    for case in cases:
        describe(dice, case)
    dice.shuffle(cases)
    for serial, case in enumerate(cases, 1):
        case.number = f"PÅ-{year}-{serial:05}"
    return cases


def refused_cases(dice, year, numbers):
    """Cases granted nothing, spread as the others are; never where there is nothing granted of the form."""
    wanted = round(sum(numbers.values()) * REFUSED)
    forced = [Case(year, "project", county, True) for (county, _), when in ONLY_REFUSED.items() if when == year]
    cells = dict(sorted(numbers.items()))
    cells.pop((NATIONAL, "project"))
    drawn = [dice.pick(cells) for _ in range(wanted - len(forced))]
    return forced + [Case(year, form, county, True) for county, form in drawn]


def give_funds(dice, county, year, cases):
    if year == REPORT:
        funds = funds_2023(county, len(cases))
    else:
        funds = [JTF] * JTF_CASES.get((county, year), 0)
        shares = {fund: share[year] for fund, share in FUND_SHARE.items()}
        shares[ERDF] *= STRONG_TILT[county in ERDF_STRONG]
        shares[""] = 1 - sum(shares.values())
        funds += [dice.pick(shares) for _ in range(len(cases) - len(funds))]
    for case, fund in zip(cases, funds):
        case.fund = fund


def funds_2023(county, count):
    """The year whose counts are published: numbers, not chances."""
    if county == NATIONAL:
        return []
    erdf = ERDF_CASES.get(county) or max(1, math.ceil(count * ERDF_SHARE_2023[county in ERDF_STRONG] - 0.3))
    interreg = INTERREG_CASES.get(county, 1) if county in INTERREG_SOME else 0
    others = [ESF] * ESF_CASES.get(county, 0) + [JTF] * JTF_CASES.get((county, REPORT), 0)
    return [ERDF] * erdf + [INTERREG] * interreg + others


def give_amounts(dice, cases, total):
    """Shares the money of a cell among its cases, in hundreds of kronor; the largest case takes the remainder."""
    weights = [dice.lognormal(SPREAD[case.form]) * fund_size(case) for case in cases]
    for case, weight in zip(cases, weights):
        case.granted = max(100, round(total * weight / sum(weights) / 100) * 100)
    largest = max(cases, key=lambda case: case.granted)
    largest.granted += round(total / 100) * 100 - sum(case.granted for case in cases)


def published_cost(case):
    """The cases whose whole cost in 2023 is published as a sum."""
    return (case.county, case.year, case.fund) == ("14", REPORT, ERDF)


def fund_size(case):
    return ERDF_14_SIZE if published_cost(case) else FUND_SIZE[case.fund]


def describe(dice, case):
    case.municipality = municipality(dice, case)
    give_applicant(dice, case)
    if not case.refused:
        give_cost(dice, case)
    if case.form == "project":
        case.chain = "Ja" if dice.chance(CHAIN[case.county in RESULTS_CHAIN]) else "Nej"
    if scored(dice, case):
        social = SCORES_SOCIAL_08 if case.county == "08" else SCORES["social"]
        case.scores = tuple(dice.pick(score) for score in (SCORES["economic"], social, SCORES["environmental"]))


def scored(dice, case):
    if case.form == "project":
        return True
    if case.form not in ("investment", "business"):
        return False
    if case.county in BUSINESS_SCORED:
        return True
    return case.year != REPORT and dice.chance(SCORED_ELSEWHERE)


def municipality(dice, case):
    if case.county == NATIONAL or dice.chance(NO_MUNICIPALITY.get(case.form, 0)):
        return ""
    seat = case.county + SEAT
    codes = [case.county + last for last in MUNICIPALITIES[case.county].split()]
    share = SEAT_SHARE_18 if (case.county, case.form) == ("18", "business") else SEAT_SHARE[case.form]
    if len(codes) == 1 or dice.chance(share):
        return seat
    city = 1 / CITY if case.form == "service" else CITY
    others = {code: city if code[2:] >= SEAT else 1 for code in codes if code != seat}
    if case.form == "service":
        others = {code: weight for code, weight in others.items() if code not in NO_SERVICE}
    return dice.pick(others)


def give_applicant(dice, case):
    case.applicant = dice.pick(APPLICANTS[NATIONAL if case.county == NATIONAL else case.form])
    if case.applicant != "Företag":
        return
    if case.form in SEX:
        case.sex = dice.pick(SEX[case.form])
    if case.form in SNI_FIXED:
        case.sni = dice.pick(SNI_FIXED[case.form])
    else:
        case.sni = dice.pick(SNI_MAKING if dice.chance(SNI_MAKING_SHARE[case.form]) else SNI_MIX)


def give_cost(dice, case):
    if case.form not in ("project", "investment", "business"):
        return
    kind = case.fund if case.form == "project" else case.form
    span = ERDF_14_OTHER_MONEY if published_cost(case) else OTHER_MONEY[kind]
    case.cost = case.granted + math.ceil(case.granted * dice.triangle(*span) / 100) * 100
    if case.fund:
        low, high = EU_SHARE[case.fund]
        most = EU_MOST_WEST if case.fund == ERDF and case.county in WEST else 1
        share = dice.between(min(low, most - 0.05), min(high, most))
        case.eu = min(int(case.cost * share), case.cost - case.granted)


# --- Areas -----------------------------------------------------------------------------------------------------------


def give_areas(dice, cases, year):
    """Largest case first, leaning towards the areas that still lack money, so that the year ends near its shares."""
    if year not in AREA_SHARE:
        return
    total = sum(case.granted for case in cases if case.form != "transport")
    wanted = {area: total * share / 100 for area, share in AREA_SHARE[year].items()}
    left = dict(wanted)
    drawn = []
    for case in cases:
        if case.form == "service":
            case.areas = [("boende", SERVICE_PRIORITY, 100)]
        elif case.form == "evaluation":
            case.areas = [("rus", "", 100)]
        elif case.form != "transport":
            drawn.append(case)
            continue
        for area, _, _ in case.areas:
            left[area] -= case.granted
    forced = {county: area for (county, area), when in ONLY_REFUSED.items() if when == year}
    for case in sorted(drawn, key=lambda case: (-case.granted, case.number)):
        if case.refused and case.form == "project" and case.county in forced:
            areas = [(forced.pop(case.county), 100)]
        else:
            areas = shares_of(dice, case, steer(case, wanted, left))
        case.areas = [(area, priority(dice, case, area), share) for area, share in areas]
        for area, share in areas:
            left[area] -= case.granted * share / 100


def steer(case, wanted, left):
    """Weight of each area for a case: its form, its county, and how much of the area's money is still to be had."""
    weights = {}
    for area in wanted:
        cell = (case.county, area)
        weight = AREA_LEAN[case.form].get(area, 0) * AREA_TILT.get(cell, 1)
        if area == "saknas":
            weight *= MISSING_TILT[case.county in NAMES_AREA]
        if cell in NO_ROWS or (cell in ONLY_REFUSED and not case.refused):
            weight = 0
        weights[area] = weight * max(0.02, (left[area] - case.granted / 2) / wanted[area]) ** 1.5
    return weights


def shares_of(dice, case, weights):
    """One area, or for a few projects two or three with whole percents."""
    several = case.form == "project" and case.year >= SEVERAL_FROM and not case.refused and dice.chance(SEVERAL)
    count = (3 if dice.chance(THREE) else 2) if several else 1
    pool = {area: weight for area, weight in weights.items() if count == 1 or area in STRATEGIC}
    areas = []
    for _ in range(min(count, sum(weight > 0 for weight in pool.values()))):
        areas.append(dice.pick(pool))
        pool.pop(areas[-1])
    rest, parts = 100, []
    for behind in range(len(areas) - 1, 0, -1):
        parts.append(dice.whole(10, rest - 10 * behind))
        rest -= parts[-1]
    return list(zip(areas, parts + [rest]))


def priority(dice, case, area):
    if area in OTHER or dice.chance(NO_PRIORITY):
        return ""
    weights = dict(PRIORITIES[area])
    if case.year < SEVERAL_FROM:
        weights.pop(DIGITAL, None)  # the older strategy had no such priority to recode from
    if (case.county, case.year) == ("24", REPORT):
        weights.pop(EXPORT, None)  # published: one priority there had no decision that year
    if case.county == "22" and area == "tillganglighet":
        weights[BROADBAND] *= 4
    return dice.pick(weights)


# --- Payments and dates ----------------------------------------------------------------------------------------------


def give_payments(dice, cases):
    """Fits the payments of a cohort (year and form) to its profile, each case keeping what it is paid in the end."""
    profile = PAID[cases[0].form]
    rows, ends = [], []
    for case in cases:
        case.planned = planned(dice, case.form)
        rows.append({k: profile[k] * dice.lognormal(PAYMENT_NOISE) for k in case.planned})
        ends.append(case.granted * ending(dice, case.form))
    total = sum(ends)
    for _ in range(ROUNDS):
        for k, share in enumerate(profile):
            got = sum(row.get(k, 0) for row in rows) or 1
            for row in rows:
                if k in row:
                    row[k] *= total * share / sum(profile) / got
        for row, end in zip(rows, ends):
            got = sum(row.values()) or 1  # 0 in a case that never is paid
            for k in row:
                row[k] *= end / got
    for case, row, end in zip(cases, rows, ends):
        settle(case, row, end)


def planned(dice, form):
    """The years after the decision in which a case is paid, also those the extract does not reach."""
    first = dice.pick(FIRST[form])
    last = max(first, dice.pick(LAST[form]))
    return [k for k in range(first, last + 1) if k in (first, last) or not dice.chance(GAP)]


def ending(dice, form):
    """Part of the grant that is paid in the end."""
    never, partly, least = LAPSE[form]
    if dice.chance(never):
        return 0
    return 1 - dice.between(least / 2, least * 3 / 2) if dice.chance(partly) else 1


def settle(case, row, end):
    """Whole kronor: the running sum is rounded, so that a case paid in full ends on its grant exactly."""
    so_far = paid = 0
    for k in case.planned:
        so_far = end if k == case.planned[-1] else so_far + row[k]
        amount = round(so_far) - paid
        paid += amount
        if amount > 0 and case.year + k <= LAST_PAYMENT:
            case.paid[case.year + k] = amount


def give_dates(dice, case):
    """A start before the first payment and an end near the last, so that no case is paid before it runs."""
    first, last = case.year + case.planned[0], case.year + case.planned[-1]
    if first == case.year:
        start = (case.year, dice.whole(1, 9))
    elif dice.chance(0.6):
        start = (case.year, dice.whole(6, 12))
    else:
        start = (case.year + 1, dice.whole(1, 12 if first > case.year + 1 else 8))
    if last > start[0] + 1 and dice.chance(0.6):
        end = (last - 1, dice.whole(7, 12))
    elif last > start[0]:
        end = (last, dice.whole(1, 10))
    else:
        end = (last, dice.whole(start[1] + 2, 12))
    case.start = "%d-%02d-%02d" % (*start, 1 if dice.chance(0.75) else 15)
    case.end = "%d-%02d-%02d" % (*end, calendar.monthrange(*end)[1])


# --- The whole -------------------------------------------------------------------------------------------------------


def make():
    dice = Dice(SEED)
    result = []
    for year in YEARS:
        cases = cases_of(dice, year)
        give_areas(dice, cases, year)
        for form in FORMS:
            give_payments(dice, [case for case in cases if case.form == form and not case.refused])
        for case in cases:
            if case.form in ("project", "investment") and not case.refused:
                give_dates(dice, case)
        result += cases
    return result


def rows_of(case):
    """Payment years times areas; an unpaid case and a case without area have one each."""
    for year in sorted(case.paid) or [""]:
        for area, name, share in case.areas or [("", "", 100)]:
            yield (
                case.number, FORMS[case.form], case.county, case.municipality, case.year, year, case.granted,
                case.paid.get(year, 0), case.cost or "", case.fund, case.eu or "", AREAS.get(area, ""), name,
                share if len(case.areas) > 1 else "", case.applicant, case.sex, case.sni, case.start, case.end,
                case.chain, *case.scores,
            )


def write(rows):
    with open(OUTPUT, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows)


# --- Check list ------------------------------------------------------------------------------------------------------


class Checks:
    def __init__(self):
        self.failed = 0

    def line(self, name, target, got, holds):
        self.failed += not holds
        print(f"{'ok  ' if holds else 'MISS'}  {name}: target {target}, got {got}")

    def near(self, name, target, got, tolerance, unit=""):
        self.line(name, f"{target:g} ± {tolerance:g}{unit}", f"{got:.1f}{unit}", abs(got - target) <= tolerance)

    def same(self, name, target, got):
        target, got = " ".join(sorted(target)), " ".join(sorted(got))
        self.line(name, target or "none", got or "none", target == got)


def money(cases, **wanted):
    """Granted in million kronor, of the cases that match."""
    matching = (case for case in cases if all(getattr(case, key) == value for key, value in wanted.items()))
    return sum(case.granted for case in matching) / MILLION


def check_size(checks, cases, rows):
    checks.line("rows", "19500-20500", len(rows), 19500 <= len(rows) <= 20500)
    checks.line("cases", "8500-10000", len(cases), 8500 <= len(cases) <= 10000)
    twice = len(rows) - len({(row[0], row[5], row[11], row[12]) for row in rows})
    checks.line("rows with the same case, payment year, area and priority", 0, twice, twice == 0)
    checks.near("cases granted nothing, %", 3, 100 * sum(case.refused for case in cases) / len(cases), 0.5)
    projects = [case for case in cases if case.form == "project"]
    national = sum(case.county == NATIONAL for case in projects)
    checks.near("national, % of project cases", 1, 100 * national / len(projects), 0.3)


def check_levels(checks, cases):
    for year in YEARS:
        all_money, transport = money(cases, year=year), money(cases, year=year, form="transport")
        checks.near(f"{year} granted 1:1, million", LEVEL_1_1[year], all_money - transport, LEVEL_1_1[year] / 100)
        checks.near(f"{year} granted 1:2, million", LEVEL_1_2[year], transport, LEVEL_1_2[year] / 100)
        for form in RAKED_FORMS:
            got = money(cases, year=year, form=form)
            checks.near(f"{year} {form}, % of 1:1", FORM_SHARE[year][form], 100 * got / (all_money - transport), 1)
    weight = sum(sum(weights) for weights in COUNTY_FORMS.values())
    local = [case for case in cases if case.form != "transport" and case.county != NATIONAL]
    for county, weights in COUNTY_FORMS.items():
        checks.near(f"{county}, % of 1:1 2018-2024", round(100 * sum(weights) / weight, 2),
                    100 * money(local, county=county) / money(local), round(12 * sum(weights) / weight, 2))
    mix = {form: 100 * money(cases, year=2018, form=form) / money(cases, year=2018) for form in FORMS}
    for form, target in (("project", 41), ("investment", 25), ("business", 12), ("transport", 19), ("service", 2.5)):
        checks.near(f"2018 {form}, % of 1:1 and 1:2 together (published for 2017)", target, mix[form], 1.5)
    checks.same("counties with transport", TRANSPORT_SHARE, {case.county for case in cases if case.form == "transport"})


def check_report(checks, cases):
    """What is published of 2023."""
    cases = [case for case in cases if case.year == REPORT and case.granted and case.county != NATIONAL]
    forms = {county: Counter() for county in COUNTIES}
    for case in cases:
        forms[case.county]["business" if case.form == "investment" else case.form] += case.granted
    has = {form: [county for county in COUNTIES if forms[county][form]] for form in FORMS}
    kinds = ("project", "business", "service", "evaluation")  # not transport, which is 1:2
    largest = {county: max(kinds, key=lambda form: forms[county][form]) for county in COUNTIES}
    checks.same("2023 has project", COUNTIES, has["project"])
    checks.same("2023 has business support (named, and ours 03 13 25)", HAS_BUSINESS + SILENT_BUSINESS, has["business"])
    checks.same("2023 has service", HAS_SERVICE, has["service"])
    checks.same("2023 has evaluation", HAS_EVALUATION, has["evaluation"])
    named = [county for county in COUNTIES if county in PROJECT_LARGEST and largest[county] == "project"]
    checks.same("2023 project largest, of the 15 named", PROJECT_LARGEST, named)
    named = [county for county in BUSINESS_LARGEST if largest[county] == "business"]
    checks.same("2023 business support largest", BUSINESS_LARGEST, named)
    check_funds_2023(checks, [case for case in cases if case.form == "project"])


def check_funds_2023(checks, projects):
    number = {fund: Counter(case.county for case in projects if case.fund == fund) for fund in (ERDF, INTERREG, ESF)}
    total = Counter(case.county for case in projects)
    part = {county: number[ERDF][county] / total[county] for county in COUNTIES}
    checks.same("2023 has Regionalfonden", COUNTIES, number[ERDF])
    checks.same("2023 ten highest parts of project cases with Regionalfonden", ERDF_STRONG,
                sorted(COUNTIES, key=lambda county: -part[county])[: len(ERDF_STRONG)])
    for county, count in ERDF_CASES.items():
        got = number[ERDF][county]
        checks.line(f"2023 Regionalfonden cases in {county}", count, got, got == count)
    cost = sum(case.cost for case in projects if published_cost(case)) / MILLION
    holds = cost > ERDF_COST_14
    checks.line("2023 Regionalfonden in 14, whole cost, million", f"> {ERDF_COST_14}", round(cost, 1), holds)
    checks.same("2023 has Interreg", INTERREG_SOME, number[INTERREG])
    checks.same("2023 has no Interreg", INTERREG_NONE, [county for county in COUNTIES if not number[INTERREG][county]])
    for county in ("14", "20"):
        got = number[INTERREG][county]
        checks.line(f"2023 Interreg cases in {county}", INTERREG_CASES[county], got, got == INTERREG_CASES[county])
    checks.same("2023 has Socialfonden", ESF_CASES, number[ESF])
    sums = [sum(number[fund].values()) for fund in (ERDF, INTERREG, ESF)]
    checks.line("2023 cases: Regionalfonden > Interreg > Socialfonden", "falling", sums, sums[0] > sums[1] > sums[2])


def check_areas(checks, cases):
    for year, shares in AREA_SHARE.items():
        got, total = defaultdict(float), money(cases, year=year) - money(cases, year=year, form="transport")
        for case in cases:
            for area, _, share in case.areas if case.year == year else ():
                got[area] += case.granted * share / total / MILLION
        for area in STRATEGIC:
            checks.near(f"{year} {area}, % of 1:1", shares[area], got[area], 2)
        annat = sum(share for area, share in shares.items() if area in OTHER)
        checks.near(f"{year} annat, % of 1:1", round(annat, 1), sum(got[area] for area in OTHER), 2)
    rows, kronor = Counter(), Counter()
    for case in cases:
        for area, _, _ in case.areas:
            rows[case.county, area] += 1
            kronor[case.county, area] += case.granted
    none = [cell for cell in NO_ROWS if not rows[cell]]
    checks.line("cells without a row", len(NO_ROWS), len(none), len(none) == len(NO_ROWS))
    only = [cell for cell in ONLY_REFUSED if rows[cell] and not kronor[cell]]
    checks.line("cells with rows and 0 kronor", len(ONLY_REFUSED), len(only), len(only) == len(ONLY_REFUSED))
    projects = [case for case in cases if case.form == "project" and case.year >= SEVERAL_FROM]
    checks.near("several areas, % of project cases from 2021", 100 * SEVERAL,
                100 * sum(len(case.areas) > 1 for case in projects) / len(projects), 1)


def check_payments(checks, cases):
    for form, profile in PAID.items():
        if form == "evaluation":
            continue  # too few cases for a profile
        for k in range(len(profile)):
            cohorts = [case for case in cases if case.form == form and case.year + k <= LAST_PAYMENT]
            got = sum(paid for case in cohorts for year, paid in case.paid.items() if year <= case.year + k)
            target, part = round(sum(profile[: k + 1]), 1), got / MILLION / money(cohorts)
            checks.near(f"{form} paid by year {k}, % of granted", target, 100 * part, 3)
    over = sum(sum(case.paid.values()) > case.granted for case in cases)
    checks.line("cases paid more than granted", 0, over, over == 0)


def check_rest(checks, cases):
    investment = [case for case in cases if case.form == "investment" and case.granted]
    ratio = sum(case.cost - case.granted for case in investment) / sum(case.granted for case in investment)
    checks.near("other money per krona of investment support", 8.3, ratio, 0.5)
    companies = [case for case in cases if case.form in SEX and case.granted]
    women = [case for case in companies if case.sex == "Kvinna"]
    checks.near("women, % of business support cases", 27, 100 * len(women) / len(companies), 2)
    checks.near("women, % of business support money", 19, 100 * money(women) / money(companies), 3)
    short = [case for case in cases if case.cost and case.cost < case.granted + case.eu]
    checks.line("cases costing less than granted and EU money", 0, len(short), not short)


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    cases = make()
    rows = sorted((row for case in cases for row in rows_of(case)), key=lambda row: (row[0], str(row[5])))
    write(rows)
    checks = Checks()
    check_size(checks, cases, rows)
    for check in (check_levels, check_report, check_areas, check_payments, check_rest):
        check(checks, cases)
    print(f"{checks.failed} missed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
