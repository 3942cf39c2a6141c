"""Checks this implementation with the golden packets (in the folder given) and with the examples worked by hand."""
import glob
import json
import os
import sys

from tic_canon import canonical, fingerprint
from tic_codec import Codec, Refused, ref
from tic_parse import parse
from tic_session import Session, Side

COUNT = {"pass": 0, "fail": 0}


def check(what, got, want):
    ok = got == want
    COUNT["pass" if ok else "fail"] += 1
    if not ok:
        print(f"FAIL {what}\n  got  {got}\n  want {want}")


def lines(path):
    with open(path, encoding="utf-8", newline="\n") as f:
        return f.read().split("\n")[:-1]


def refusal(fn):
    try:
        return f"accepted {fn()}"
    except Refused as r:
        return f"{r.reason} {r.bit}\t{'-' if r.more is None else r.more}\t{r.path}"


def same_json(a, b):
    return json.dumps(a, sort_keys=True) == json.dumps(b, sort_keys=True)


def golden_side(schema, base, side, version):
    enc, dec = Side(schema, version, side), Side(schema, version, side)
    for i, (j, h) in enumerate(zip(lines(base + ".jsonl"), lines(base + ".hex"), strict=True)):
        check(f"{base}:{i + 1} encode", enc.encode(json.loads(j)).hex(), h)
        got = dec.decode(bytes.fromhex(h))
        check(f"{base}:{i + 1} decode", same_json(got, json.loads(j)), True)
    for ext in (".bad", ".badseq"):
        for i, line in enumerate(lines(base + ext)):
            hexes, want = line.split("\t", 1)
            s, *rest = [Side(schema, version, side)] + hexes.split(" ")
            for h in rest[:-1]:
                s.decode(bytes.fromhex(h))
            check(f"{base}{ext}:{i + 1}", refusal(lambda: s.decode(bytes.fromhex(rest[-1]))), want)


SIDE = {">": "client", "<": "server"}


def golden_session(schema, base, version):
    s = Session(schema, version)
    for i, line in enumerate(lines(base + ".session")):
        if not line:
            s = Session(schema, version)
            continue
        side, h, state, j = line.split("\t")
        got, reached = s.decode(SIDE[side], bytes.fromhex(h))
        check(f"{base}.session:{i + 1}", (same_json(got, json.loads(j)), reached), (True, state))
    for i, line in enumerate(lines(base + ".illegal") if os.path.exists(base + ".illegal") else []):
        packets, want = line.split("\t", 1)
        s, packets = Session(schema, version), packets.split(" ")
        for p in packets[:-1]:
            s.decode(SIDE[p[0]], bytes.fromhex(p[1:]))
        p = packets[-1]
        check(f"{base}.illegal:{i + 1}", refusal(lambda: s.decode(SIDE[p[0]], bytes.fromhex(p[1:]))), want)


def golden(folder):
    for tic in sorted(glob.glob(os.path.join(folder, "*.tic"))):
        with open(tic, encoding="utf-8") as f:
            schema = parse(f.read())
        for v in range(schema.oldest, schema.version + 1):
            for side in ("client", "server"):
                golden_side(schema, f"{tic[:-4]}.{side}.v{v}", side, v)
            golden_session(schema, f"{tic[:-4]}.v{v}", v)
            with open(f"{tic[:-4]}.v{v}.canon", encoding="utf-8") as f:
                check(f"{tic} v{v} canonical", canonical(schema, v), f.read())
        if schema.protocol == "chat":
            check("fingerprint", fingerprint(schema, 2), "a1f26505")
            worked_chat(schema)


def worked_chat(schema):
    def body(version, kind, text):
        return {"version": version, "value": {"kind": kind, "text": text}}
    c, d = Side(schema, 2, "client"), Side(schema, 2, "client")
    for j, h in [({"Ack": {"chat": 5, "seq": 1}}, "c00000000160"), ({"Ack": {"chat": 5, "seq": 2}}, "e0"),
                 ({"Ack": {"chat": 5, "seq": 2}}, "d0"),
                 ({"Send": {"chat": 5, "tag": 1, "body": body(2, "text", "hi")}}, "720048806869"),
                 ({"Send": {"chat": 5, "tag": 2, "body": body(1, "photo", "")}}, "7080e0"),
                 ({"Ack": {"chat": 6, "seq": 1}}, "a00000000068"), ({"Ack": {"chat": 5, "seq": 3}}, "a8")]:
        check("worked 1-3", c.encode(j).hex(), h)
        check("worked 1-3", d.decode(bytes.fromhex(h)), j)
    j = {"Deliver": {"chat": 5, "sender": 9, "seq": 1, "sent_at": 1000, "body": body(1, "text", "")}}
    check("worked 4", Side(schema, 2, "server").encode(j).hex(), "c00000000160000000013fd084a0")


def worked(name, fields, pairs, before="", version=1, members="v"):
    """Encodes each value of a struct A in one direction's memory, and reads it back."""
    top = "" if version == 1 else f"version {version};"
    schema = parse(f"protocol p; edition 1; {top} {before} struct A {{ {fields} }} "
                   "session { client { A } server { } start S; state S { on A; } }")
    for v, h in pairs:
        at = version if not isinstance(v, tuple) else v[0]
        v = v[1] if isinstance(v, tuple) else v
        if not worked.state or worked.state[0] != (name, at):
            worked.state = ((name, at), Side(schema, at, "client"), Side(schema, at, "client"))
        _, enc, dec = worked.state
        check(f"worked {name}", enc.encode({"A": v}).hex(), h)
        check(f"worked {name}", dec.decode(bytes.fromhex(h)), {"A": v})


worked.state = None


def worked_plain():
    worked("5", "a: int(0..4); b: int(-2..2);", [({"a": 2, "b": 0}, "a0"), ({"a": 3, "b": 2}, "dc")])
    worked("6", "a: uint; b: sint;", [({"a": 0, "b": -1}, "8440"), ({"a": 17, "b": 8}, "4280")])
    worked("7", "a: int(1000..2000) ~ 1020; b: i8 ~ 3; c: i8 ~ -5;",
           [({"a": 1000, "b": -1, "c": -5}, "8272"), ({"a": 1033, "b": 4, "c": 8}, "414100")])
    worked("8", "l: list(E, 0..4);", [({"l": ["a", "b", "c", "d"]}, "ede0")], "enum E { a ~5, b, c ~1, d ~2 }")
    worked("8b", "l: list(E, 5);", [({"l": list("abcde")}, "1b70")], "enum E { a, b, c, d, e }")
    worked("9", "a: bool; b: bytes(0..3); c: utf8(1..4) ~ 3;",
           [({"a": True, "b": "", "c": "é"}, "94c3a9"), ({"a": True, "b": "ff", "c": "a"}, "a0ff8061")])
    worked("15", "", [({}, "00")])


def worked_hints():
    worked("10", "a: u8 ~ recent(2);", [({"a": a}, h) for a, h in
           [(7, "8380"), (9, "4120"), (7, "40"), (8, "6100"), (9, "6120")]])
    worked("11", "l: list(u8 ~ last + 1 within 1, 0..7); m: list(u3? ~ same, 3);",
           [({"l": [1, 2, 4, 2], "m": [5, None, 5]}, "9264eb")])
    worked("12", "a: u16 ~ last + 1;", [({"a": 65535}, "20"), ({"a": 0}, "80"), ({"a": 2}, "60")])
    worked("13", 'a: u8 ~ is 7; b: utf8(0..3) ~ is "ok" ~ 1; c: bool ~ is true; d: int(4..5) ~ is 4; e: u1 ~ same;',
           [({"a": 7, "b": "ok", "c": True, "d": 4, "e": 1}, "f8"),
            ({"a": 8, "b": "o", "c": False, "d": 5, "e": 0}, "04306f00"),
            ({"a": 7, "b": "ok", "c": True, "d": 4, "e": 0}, "f8")])
    worked("14", "e: E; x: u8 since 2; u: u4 ~ 1, ~ 8 since 3;",
           [((1, {"e": "c", "u": 2}), "a0"), ((2, {"e": "c", "x": 255, "u": 2}), "ffd0"),
            ((3, {"e": "c", "x": 255, "u": 2}), "ffc8")],
           "enum E { a, b since 2 until 3, c }", 3)
    worked("16", "p: P; q: P; l: list(P, 0..3); r: P;",
           [({"p": {"a": 1}, "q": {"a": 2}, "l": [{"a": 1}, {"a": 2}], "r": {"a": 3}}, "ee")],
           "struct P { a: u8 ~ last + 1; }")


def alone():
    """Paths of a type alone start below its name."""
    schema = parse("protocol p; edition 1; struct B { l: list(u8, 0..3); } union U { b: B, n: u4 }")
    for data, want in [("", "truncated 0\t1\t"), ("60", "truncated 8\t1\tb.l[0]"), ("81", "bad-padding 7\t-\t"),
                       ("8000", "trailing 8\t-\t")]:
        check("alone", refusal(lambda: Codec(schema, 1).decode_alone(ref("U"), bytes.fromhex(data))), want)


def main():
    worked_plain()
    worked_hints()
    alone()
    for folder in sys.argv[1:]:
        golden(folder)
    print(f"{COUNT['pass']} passed, {COUNT['fail']} failed")
    return 1 if COUNT["fail"] or not COUNT["pass"] else 0


if __name__ == "__main__":
    sys.exit(main())
