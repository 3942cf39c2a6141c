"""Every domain, hint and place that an invented schema may combine."""
import json
import random
from dataclasses import dataclass

VERSIONS = 3
KEYS = ["u8", "u16", "Chat", "utf8(0..8)", "Mood", "int(0..9)", "Tag"]
PLACES = ["field", "optional", "elem", "optelem", "elemelem", "nested", "arm", "sealed", "typed"]
LISTS = ("elem", "optelem", "elemelem", "typed")
KINDS = ["none", "about", "is", "is+", "same", "same+", "last", "lastd", "cell", "celld", "entrycell", "recent",
         "recent+",
         "table", "table+", "entrytable", "entrytable+"]
FIXED = """type Chat = u40 @id; type Tag = utf8(0..6) @id; type Far = Chat @id; type Raw = bytes(0..4) @id; \
type Near = Chat;
enum Mood { calm ~50, wild ~30, odd ~5 @was("strange"), late since 2 ~10, ~ 40 since 3 }
enum Pair { yes ~3, no } enum One { only } enum Grow { a, b since 2 } \
enum Swap { a, b until 2, c since 2 until 3, d since 3 ~4, ~9 since 3 }
struct Note { n: u4 ~ last + 1; s: text(0..40) ~ 3; m: Mood since 2 ~ same; }
struct Late { x: bool; g: sint since 2 ~ 5, ~ -9 since 3; o: u8? until 3 ~ recent(3); }
union Pick { note: Note ~ 70, num: int(-4..900) since 1, gone: bool until 3 ~ 2, ~ 9 since 2, \
fresh: Late? since 2, none: Nil }
struct Nil { } union Lone { only: Note, more: u8 since 3 }
type OptU8 = u8?; type ListT = list(u8 ~ last + 1, 0..5); type OptL = list(i6? ~ same ~ 1, 0..3)?;
"""


@dataclass
class D:
    """A domain and which hints it can carry."""
    text: str
    num: bool = False       # last, cell
    short: bool = False     # same, tables
    lits: tuple = ()        # is
    abouts: tuple = ()
    zero: bool = False      # can cost no bits
    opt: bool = False       # optional already


def ints(text, lo, hi, rng):
    abouts = [n for n in {lo, hi, 0, 1, -1, 5, (lo + hi) // 2, rng.randint(lo, hi)} if lo <= n <= hi]
    if lo >= 0:
        abouts = [n for n in abouts if hi - lo + 2**(n - lo).bit_length() < 2**64]
    elif hi >= 0:
        top = max(2 * hi, -2 * lo - 1)
        abouts = [n for n in abouts if top + 2**(2 * abs(n)).bit_length() < 2**64]
    else:
        abouts = []
    num = hi - lo <= 2**62 and -2**63 <= lo and hi < 2**63
    lits = tuple(str(n) for n in {lo, hi, rng.randint(lo, hi)})
    return D(text, num, True, lits, tuple(abouts), lo == hi)


def domains(rng):
    """One instance of each kind of domain, by name."""
    n, m = rng.choice([*range(2, 8), *range(9, 16), *range(17, 62)]), rng.choice([*range(3, 8), *range(9, 63)])
    a, b = rng.randint(-300, 300), rng.randint(300, 5000)
    c, lo = rng.randint(-1, 9), rng.randint(0, 3)
    out = {"bool": D("bool", False, True, ("true", "false"))}
    for w in (1, 8, 16, n, 62, 63, 64):
        out["uN" if w == n else f"u{w}"] = ints(f"u{w}", 0, 2**w - 1, rng)
    for w in (2, 8, m, 63, 64):
        out["iN" if w == m else f"i{w}"] = ints(f"i{w}", -2**(w - 1), 2**(w - 1) - 1, rng)
    for name, x, y in [("pos", 3, 700), ("neg", -90, -3), ("mix", -20, 333), ("any", a, b + 1), ("two", c, c + 1),
                       ("one", abs(c), abs(c)),
                       ("fullu", 0, 2**64 - 1), ("fulli", -2**63, 2**63 - 1), ("wide", 0, 2**62),
                       ("widei", -2**61 - 7, 2**61 - 9),
                       ("five", 0, 4), ("odd64", 1, 2**64 - 1)]:
        out["int " + name] = ints(f"int({x}..{y})" if x != y else f"int({x})", x, y, rng)
    out["uint"], out["sint"] = ints("uint", 0, 2**62 - 1, rng), ints("sint", -2**61, 2**61 - 1, rng)
    out["Chat"], out["Far"], out["Near"] = (ints(t, 0, 2**40 - 1, rng) for t in ("Chat", "Far", "Near"))
    for f in ("f32", "f64"):
        out[f] = D(f, False, True)
    for kind in ("bytes", "utf8", "text"):
        for name, x, y in [("", lo, lo + rng.randint(1, 5)), (" n", 3, 3), (" 64", 0, 64),
                           (" big", rng.choice((0, 65)), 300), (" nil", 0, 0)]:
            short = kind != "text" and y <= 64
            lits = tuple(q for q in ('""', '"k"', '"kk"', '"abc"', '"\\u0001\\u00e9"', '"é\\n"', '"a/\\"b"', '"0123"')
                         if lits_fit(q, x, y)) \
                if kind == "utf8" and short else ()
            out[kind + name] = D(f"{kind}({x}..{y})", False, short, lits, (x, y, (x + y) // 2), y == 0)
    out["Tag"], out["Raw"] = D("Tag", False, True, ('"k"',), (0, 3, 6)), D("Raw", False, True, (), (0, 4))
    out["Mood"] = D("Mood", False, True, ("calm", "odd"))
    out["Pair"], out["One"] = D("Pair", False, True, ("yes", "no")), D("One", False, True, ("only",), zero=True)
    out["Grow"], out["Swap"] = D("Grow", False, True, ("a",), zero=True), D("Swap", False, True, ("a",))
    out["list"] = D("list(int(-2..2) ~ last, 1..5)", abouts=(1, 3, 5))
    out["sealed"], out["sealed u"] = D("sealed(Note, 0..300)", abouts=(0, 8, 300)), D("sealed(Pick, 2..90)",
                                                                                      abouts=(2, 20))
    out["union"], out["lone"], out["struct"], out["nil"] = D("Pick"), D("Lone"), D("Note"), D("Nil", zero=True)
    out["opt"] = D("OptU8", True, True, ("0", "200"), (0, 9), opt=True)
    out["optl"], out["listt"] = D("OptL", abouts=(0, 2), opt=True), D("ListT", abouts=(0, 4))
    return out


def lits_fit(literal, lo, hi):
    return lo <= len(json.loads(literal).encode()) <= hi


def fits(d, kind):
    if kind == "none":
        return True
    if kind.startswith(("last", "cell", "entrycell")):
        return d.num and not (d.opt and "cell" in kind)
    if kind == "about":
        return bool(d.abouts)
    ok = bool(d.lits) if kind.startswith("is") else d.short
    return ok and (bool(d.abouts) or not kind.endswith("+")) and not (d.opt and "table" in kind)


def combos():
    """Every (domain, hint, place) that a schema may hold."""
    out = []
    for name, d in domains(random.Random(1)).items():
        for kind in KINDS:
            for place in PLACES:
                if not fits(d, kind) or (d.opt and place in ("optional", "optelem")) or (d.zero
                    and place in ("elem", "elemelem", "typed")):
                    continue
                if place == "typed" and kind.startswith(("recent", "entry")):
                    continue
                out.append((name, kind, place))
    return out
