#!/usr/bin/env python3
"""
The same invented respondents scored by every method, with Python's standard library only and none of the project's
code. Writes answers.csv (the respondents) and expected.csv (the figures) beside itself:
    python3 make.py
Formulas as the methods are written down: Cochran's linearised variance, Wilson's interval, Student's t by the
continued fraction of the incomplete beta function.
"""
import csv, math, os

HERE = os.path.dirname(os.path.abspath(__file__))
Z = 1.959963984540054

# ---- respondents -------------------------------------------------------------------------------------------------
state = 20261122
def rnd():
    global state
    state = (1103515245 * state + 12345) % 2 ** 31
    return (state >> 8) / (2 ** 23)

HALLS = {f"A{i}": "A" for i in range(1, 8)} | {f"B{i}": "B" for i in range(1, 6)}
COLUMNS = ["sector", "hall", "channel", "weight", "delivery", "staff", "price", "ex_delivery", "ex_staff", "contact",
           "effort", "stars", "recommend", "stay", "p1", "p2", "p3", "p4", "p5", "p6"]
def grade(most, lean):
    mood = (rnd() + rnd() + lean) / 3
    return min(most, 1 + int(mood * most))
rows = []
for place, (hall, sector) in enumerate(HALLS.items()):
    for _ in range(14 + place):
        lean = 0.35 + 0.5 * ((place * 7) % 12) / 12
        at = len(rows)
        maybe = lambda value, chance=0.9: value if rnd() < chance else ""
        row = {"sector": sector, "hall": hall,
               "channel": "post" if at % 80 == 3 else ("desk" if rnd() < 0.3 else "web"),
               "weight": "" if at % 41 == 5 else round(0.4 + 1.6 * rnd(), 2)}
        for item in ("delivery", "staff", "price"): row[item] = maybe(grade(5, lean))
        for item in ("ex_delivery", "ex_staff"): row[item] = maybe(grade(5, 0.9))
        row["contact"] = maybe(grade(5, lean)); row["effort"] = maybe(grade(7, lean))
        row["stars"] = maybe(grade(5, lean)); row["recommend"] = maybe(grade(10, lean))
        row["stay"] = maybe(1 + int(rnd() * 4 * (1.2 - lean) / 1.2))
        for p in range(1, 7): row[f"p{p}"] = 1 if rnd() < 0.28 - 0.03 * p else 0
        rows.append(row)
with open(f"{HERE}/answers.csv", "w", newline="") as file:
    out = csv.DictWriter(file, COLUMNS, lineterminator="\n"); out.writeheader(); out.writerows(rows)

# ---- arithmetic --------------------------------------------------------------------------------------------------
def betacf(a, b, x):
    tiny = 1e-300; c = 1.0; d = 1 - (a + b) * x / (a + 1); d = 1 / (d if abs(d) > tiny else tiny); h = d
    for m in range(1, 500):
        for num in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                    -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 + num * d; d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + num / c; c = c if abs(c) > tiny else tiny
            h *= d * c
        if abs(d * c - 1) < 1e-16: break
    return h
def ibeta(a, b, x):
    if x <= 0: return 0.0
    if x >= 1: return 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    return front * betacf(a, b, x) / a if x < (a + 1) / (a + b + 2) else 1 - front * betacf(b, a, 1 - x) / b
def t_quantile(df):  # of 0.975
    lo, hi = 0.0, 700.0
    for _ in range(200):
        t = (lo + hi) / 2
        lo, hi = (t, hi) if 1 - 0.5 * ibeta(df / 2, 0.5, df / (df + t * t)) < 0.975 else (lo, t)
    return (lo + hi) / 2
def n_eff(ws): return sum(ws) ** 2 / sum(w * w for w in ws)
def wilson(p, n):
    mid = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return max(0, mid - half), min(1, mid + half)

expected = []
def put(weighted, slice_, subject, option, measure, n, eff, value, low, high):
    expected.append([int(weighted), slice_, subject, option, measure, n, eff, value, low, high])

def weigh(group, weighted):
    """Respondents with what they count; weighted figures leave out who has no weight."""
    return [(r, float(r["weight"]) if weighted else 1.0) for r in group if not weighted or r["weight"] != ""]

def ratio_score(people, items, value_of, weights, scale, low_end, high_end):
    """Σ a_j · mean_j with Cochran's linearised variance; base: who has any of the items."""
    base = [(r, w) for r, w in people if any(value_of(r, i) is not None for i in items)]
    total = sum(weights[i] for i in items)
    a = {i: scale * weights[i] / total for i in items}
    N = {i: sum(w for r, w in base if value_of(r, i) is not None) for i in items}
    m = {i: sum(w * value_of(r, i) for r, w in base if value_of(r, i) is not None) / N[i] for i in items}
    value = sum(a[i] * m[i] for i in items)
    z = [(w, sum(a[i] * (value_of(r, i) - m[i]) / N[i] for i in items if value_of(r, i) is not None)) for r, w in base]
    n = len(base)
    var = sum((w * s) ** 2 for w, s in z) * n / (n - 1)
    eff = n_eff([w for _, w in base])
    half = t_quantile(max(1, eff - 1)) * math.sqrt(var)
    return n, eff, value, max(low_end, value - half), min(high_end, value + half)

def mean_of(people, value_of, low_end, high_end, factor=1):
    given = [(value_of(r), w) for r, w in people if value_of(r) is not None]
    W = sum(w for _, w in given); m = sum(w * x for x, w in given) / W; n = len(given)
    var = sum(w * w * (x - m) ** 2 for x, w in given) / W ** 2 * n / (n - 1)
    eff = n_eff([w for _, w in given]); half = t_quantile(max(1, eff - 1)) * math.sqrt(var)
    return n, eff, factor * m, max(low_end, factor * (m - half)), min(high_end, factor * (m + half))

def share_of(people, question, codes):
    given = [(r[question] in codes, w) for r, w in people if r[question] != ""]
    W = sum(w for _, w in given); p = sum(w for hit, w in given if hit) / W; eff = n_eff([w for _, w in given])
    return len(given), eff, p, *wilson(p, eff)

SCORES = {1: 0, 2: 3, 3: 6, 4: 8, 5: 10}
CARD = ["delivery", "staff", "price"]
answer = lambda r, i: None if r[i] == "" else r[i]
by_score = lambda r, i: None if r[i] == "" else SCORES[r[i]]
PAIRS = {"delivery": "ex_delivery", "staff": "ex_staff"}
PAIR_WEIGHTS = {"delivery": 2, "staff": 1}
difference = lambda r, i: None if r[i] == "" or r[PAIRS[i]] == "" else r[i] - r[PAIRS[i]]
KINDS = {"": [1, 2, 3, 4, 5, 6], "engine": [1, 2], "body": [3, 4], "inside": [5, 6]}
# Customers, handed out and returned, hall by hall: of two of sector A, and so of the sector, too few came back.
STRATA = {hall: (120 + 60 * place, *((200, 30) if place % 3 == 1 and place < 7 else (40 + 2 * place, 33 + 2 * place)))
          for place, hall in enumerate(HALLS)}
def returns(slice_):
    """Handed out and returned in a group."""
    own = [STRATA[h] for h, s in HALLS.items() if slice_ in ("", f"sector={s}", f"sector={s}&hall={h}")]
    return sum(h for _, h, _ in own), sum(r for _, _, r in own)
equal = {i: 1 for i in CARD}

def points(handed, returned):
    rate = 100 * returned / handed
    return math.floor((50 - rate) / 5 + 1e-9) if rate < 50 else 0

def firms_mean(halls, weighted, deducted=False):
    scores, people = [], 0
    for hall in halls:
        n, _, value, _, _ = ratio_score(weigh([r for r in rows if r["hall"] == hall], weighted), CARD, by_score, equal, 10, 0, 100)
        scores.append(max(0, value - points(*STRATA[hall][1:])) if deducted else value); people += n
    k = len(scores); m = sum(scores) / k
    half = t_quantile(k - 1) * math.sqrt(sum((s - m) ** 2 for s in scores) / (k - 1) / k)
    return people, k, m, max(0, m - half), min(100, m + half)

groups = [("", lambda r: True)] + [(f"channel={c}", lambda r, c=c: r["channel"] == c) for c in ("web",)]   # desk goes with the three of post (M34)
groups += [(f"sector={s}", lambda r, s=s: r["sector"] == s) for s in "AB"]
groups += [(f"sector={s}&hall={h}", lambda r, h=h: r["hall"] == h) for h, s in HALLS.items()]
for slice_, belongs in groups:
    for weighted in (False, True):
        if "&" in slice_ and not weighted: continue   # below the widest level only as pages show it
        people = weigh([r for r in rows if belongs(r)], weighted)
        national = ratio_score(people, CARD, by_score, equal, 10, 0, 100)
        five = ratio_score(people, CARD, answer, equal, 20, 0, 100)
        put(weighted, slice_, "national", "", "national", *national)
        put(weighted, slice_, "five_to_one", "", "five_to_one", *five)
        if "channel" not in slice_:
            off = points(*returns(slice_))
            for name, (n, eff, *values) in (("national_after", national), ("five_to_one_after", five)):
                put(weighted, slice_, name[:-6], "", name, n, eff, *(max(0, v - off) for v in values))
        if slice_.startswith("sector=") and "&" not in slice_:
            halls = [h for h, s in HALLS.items() if s == slice_[-1]]
            put(weighted, slice_, "national", "", "national_firms", *firms_mean(halls, weighted))
            put(weighted, slice_, "national", "", "national_firms_after", *firms_mean(halls, weighted, deducted=True))
        put(weighted, slice_, "gap", "", "gap", *ratio_score(people, list(PAIRS), difference, PAIR_WEIGHTS, 1, -4, 4))
        for item in PAIRS:
            put(weighted, slice_, item, "", "gap", *mean_of(people, lambda r: difference(r, item), -4, 4))
        for kind, of in KINDS.items():
            put(weighted, slice_, "problems", kind, "pp100", *mean_of(people, lambda r: sum(r[f"p{p}"] for p in of), 0, math.inf, 100))
        for item in CARD:
            put(weighted, slice_, item, "", "grade", *mean_of(people, lambda r: by_score(r, item), 0, 10))
            put(weighted, slice_, item, "", "mean", *mean_of(people, lambda r: answer(r, item), 1, 5))
            put(weighted, slice_, item, "", "satisfied", *share_of(people, item, {3, 4, 5}))
        put(weighted, slice_, "contact", "", "csat", *share_of(people, "contact", {4, 5}))
        put(weighted, slice_, "effort", "", "ces", *mean_of(people, lambda r: answer(r, "effort"), 1, 7))
        put(weighted, slice_, "effort", "", "easy", *share_of(people, "effort", {5, 6, 7}))
        put(weighted, slice_, "stars", "", "mean", *mean_of(people, lambda r: answer(r, "stars"), 1, 5))

# Recommend question on 1–10: detractors 1–6; adjusted Wald with three pseudo-answers, of the total only.
for weighted in (False, True):
    people = weigh(rows, weighted)
    given = [(r["recommend"], w) for r, w in people if r["recommend"] != ""]
    W = sum(w for _, w in given); eff = n_eff([w for _, w in given])
    p = sum(w for x, w in given if x >= 9) / W; d = sum(w for x, w in given if x <= 6) / W
    pa, da = (p * eff + 0.75) / (eff + 3), (d * eff + 0.75) / (eff + 3)
    half = Z * math.sqrt((pa + da - (pa - da) ** 2) / (eff + 3))
    put(weighted, "", "recommend", "", "nps", len(given), eff, 100 * (p - d), 100 * min(pa - da - half, p - d), 100 * max(pa - da + half, p - d))
    # Bands of the own index: mean of answer/5 over the answered of three items, at least two of them.
    own = []
    for r, w in people:
        given = [r[i] for i in CARD if r[i] != ""]
        if 2 * len(given) >= len(CARD): own.append((1000 * sum(given) / 5 / len(given), r, w))
    band = lambda x: "high" if x >= 800 - 1e-6 else "middle" if x >= 600 - 1e-6 else "low"
    W = sum(w for *_, w in own); eff = n_eff([w for *_, w in own])
    for name in ("high", "middle", "low"):
        of = [(r, w) for x, r, w in own if band(x) == name]
        share = sum(w for _, w in of) / W
        put(weighted, "", "csi", name, "band", len(own), eff, share, *wilson(share, eff))
        put(weighted, "", "stay", name, "sure", *share_of(of, "stay", {1}))
        put(weighted, "", "recommend", name, "sure", *share_of(of, "recommend", {9, 10}))

for hall, (customers, handed, returned) in STRATA.items():
    valid = len([r for r in rows if r["hall"] == hall])
    required = min(customers, math.ceil(10 + 0.05 * customers - 1e-9))
    for measure, value in (("sample_required", required), ("response_rate", returned / handed), ("valid_rate", valid / returned),
                           ("sample_shortfall", max(0, required - valid)),
                           ("margin_of_error", Z * math.sqrt(0.25 / valid * (customers - valid) / (customers - 1)))):
        put(False, f"sector={HALLS[hall]}&hall={hall}", "sample", "", measure, valid, "", value, "", "")
for slice_ in ("", "sector=A", "sector=B"):
    put(False, slice_, "national", "", "deduction", "", "", points(*returns(slice_)), "", "")
with open(f"{HERE}/strata.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["wave", "sector", "hall", "customers", "handed_out", "returned"])
    out.writerows(["2026", HALLS[hall], hall, *numbers] for hall, numbers in STRATA.items())

with open(f"{HERE}/expected.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["weighted", "slice", "subject", "option", "measure", "n", "n_eff", "value", "low", "high"])
    out.writerows(expected)
