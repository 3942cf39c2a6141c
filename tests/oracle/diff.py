"""Compares a `tictoc` binary with this implementation, line by line: invented schemas, values and broken packets."""
import argparse
import json
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile

import generate_schemas
import generate_values
import tic_bits
from tic_canon import canonical
from tic_codec import CannotEncode, Codec, Refused, ref
from tic_parse import parse, read_file
from tic_session import Side
from tictoc_ref import Alone, decode_lines, dumps, encode_lines, session_lines

REFUSED = re.compile(r"refused \S+ bit=\d+( more=\d+)?( path=\S+)?")


class Tool:
    """The binary on one schema file; counts what agrees and remembers what does not."""

    def __init__(self, command, path, failures):
        self.command, self.path, self.failures, self.passed = shlex.split(command), path, failures, 0

    def run(self, args, lines):
        data = "".join(x + "\n" for x in lines).encode()
        p = subprocess.run([*self.command, args[0], self.path, *args[1:]], input=data, capture_output=True, timeout=120)
        return p.returncode, p.stdout.decode("utf-8", "replace"), p.stderr.decode("utf-8", "replace")

    def fail(self, args, what, got, want, given=""):
        self.failures.append(f"tictoc {args[0]} FILE {' '.join(args[1:])}\n  {what}\n"
                             f"  given {given}\n  got   {got}\n  want  {want}")

    def compare(self, args, lines, want, same, packets=None):
        """Runs the tool on `lines` and holds each line it prints against `want`."""
        code, out, err = self.run(args, lines)
        got = out.split("\n")[:-1]
        given = packets or lines
        bad = int(any(x.startswith(("refused", "error", "closed")) for x in want))
        for i, w in enumerate(want):
            g = got[i] if i < len(got) else "(nothing more) " + err[:300]
            if same(g, w):
                self.passed += 1
            else:
                session = []
                if len(given) == len(want):
                    before = next((k for k in range(i - 1, -1, -1) if given[k] == ""), -1) + 1
                    session = given[before:i + 1]
                self.fail(args, f"line {i + 1}", g, w, "\n        ".join(session))
                return got
        if len(got) > len(want):
            self.fail(args, "more lines than wanted", got[len(want)], "")
        elif code != bad:
            self.fail(args, "exit code", f"{code} {err[:300]}", bad)
        return got


def same_encoded(got, want):
    return got == want or (got.startswith("error ") and want.startswith("error "))


def same_shape(a, b):
    """Equal JSON but for absent members and how floats are spelled."""
    if isinstance(a, dict) and isinstance(b, dict):
        a, b = ({k: v for k, v in x.items() if v is not None} for x in (a, b))
        return a.keys() == b.keys() and all(same_shape(a[k], b[k]) for k in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same_shape, a, b))
    number = (int, float)
    if isinstance(a, number) and isinstance(b, number) and bool in (type(a), type(b)) or type(a) is type(b) is int:
        return a is b or (type(a) is type(b) and a == b)
    return (isinstance(a, number) and isinstance(b, number)) or a == b


def same_value(schema, version, dom, got, want):
    """Two JSON texts of one value: dom None means a session packet."""
    try:
        g, w = json.loads(got), json.loads(want)
        if not same_shape(g, w):
            return False
        if dom is None:
            dom, g, w = ref(next(iter(w))), next(iter(g.values())), next(iter(w.values()))
        c = Codec(schema, version)
        return c.from_json(dom, g) == c.from_json(dom, w)
    except (ValueError, CannotEncode):
        return False


def same_decoded(schema, version, dom, states=False):
    def same(got, want):
        if want.startswith("refused"):
            m = REFUSED.match(got)
            return bool(m) and m.group() == want and (states or m.group() == got)
        if want in ("", "closed"):
            return got == want or (states and want == "closed" and got.startswith("closed"))
        if states:
            (got, gs), (want, ws) = got.rpartition(" ")[::2], want.rpartition(" ")[::2]
            return gs == ws and same_value(schema, version, dom, got, want)
        return same_value(schema, version, dom, got, want)
    return same


def check_itself(talk, data, j, before):
    """One value, one encoding: what was read is written as the same bytes."""
    if talk.encode(j) != data:
        raise AssertionError(f"{data.hex()} was accepted after {before} as {dumps(j)}, which is not its encoding")


class Trial:
    """All comparisons of one schema in one version."""

    def __init__(self, rng, schema, version, tool, n):
        self.rng, self.s, self.v, self.tool, self.n = rng, schema, version, tool, n

    def canonical(self):
        args = ["explain", "--canonical", "--version", str(self.v)]
        _, out, err = self.tool.run(args, [])
        want, got = canonical(self.s, self.v).split("\n"), out.split("\n")
        for i in range(max(len(want), len(got))):
            g, w = (x[i] if i < len(x) else "(nothing) " + err[:300] for x in (got, want))
            if g != w:
                return self.tool.fail(args, f"line {i + 1}", g, w)
            self.tool.passed += 1

    def values(self, names, wrap):
        """JSON lines of several sessions; some cannot be encoded."""
        out, made = [], generate_values.Values(self.rng, self.s, self.v)
        for i in range(self.n):
            if out and out[-1] and self.rng.random() < 0.06:
                out.append("")
                made = generate_values.Values(self.rng, self.s, self.v)
            name = self.rng.choice(names)
            try:
                j = made.value(ref(name))
            except CannotEncode:
                continue
            j = {name: j} if wrap else j
            out.append(dumps(generate_values.spoil(self.rng, j) if isinstance(j, dict) and j
                             and self.rng.random() < 0.08 else j))
        return out

    def both_ways(self, args, side, name, lines):
        """Encodes, decodes what came out, encodes again; answers the good packets, session by session."""
        want = encode_lines(self.s, self.v, side, name, lines)
        self.tool.compare(["encode", *args], lines, want, same_encoded)
        good = [x for x in want if not x.startswith("error")]
        read = decode_lines(self.s, self.v, side, name, good)
        assert not any(x.startswith(("refused", "closed")) for x in read), read
        same = same_decoded(self.s, self.v, None if side else ref(name))
        got = self.tool.compare(["decode", *args], self.joined(good), read, same, good)
        if len(got) == len(good):
            self.tool.compare(["encode", *args], got, good, str.__eq__)
        return good

    def joined(self, packets):
        """Some packets share a line."""
        out = []
        for p in packets:
            if out and out[-1] and p and self.rng.random() < 0.1:
                out[-1] += " " + p
            else:
                out.append(p)
        return out

    def broken(self, args, side, name, lines, good):
        """Each session: some good packets, one that is broken, then perhaps more."""
        sessions = [s.split() for s in " ".join(x or "|" for x in good).split("|")]
        out, expect = [], []
        for _ in range(self.n):
            packets = self.rng.choice(sessions)
            if not packets:
                continue
            k = self.rng.randrange(min(len(packets), 9))
            bad = generate_values.mutate(self.rng, bytes.fromhex(packets[k]))
            if side and self.rng.random() < 0.3:
                bad = self.replay(side, packets[:k], lines)
            if bad:
                out += (packets[:k] if side else []) + [bad.hex()] + self.rng.choice(([], packets[k:k + 2])) + [""]
                self.once(side, name, packets[:k] if side else [], bad)
        expect = decode_lines(self.s, self.v, side, name, out)
        self.tool.compare(["decode", *args], out, expect, same_decoded(self.s, self.v, None if side else ref(name)))

    def replay(self, side, before, lines):
        """The next packet of a session in which something predicted may be spelled out."""
        s = Side(self.s, self.v, side)
        for h in before:
            s.decode(bytes.fromhex(h))
        s.cheat = lambda: self.rng.random() < 0.3
        try:
            return s.encode(json.loads(self.rng.choice(lines) or "0"))
        except CannotEncode:
            return b""

    def once(self, side, name, before, data):
        """This implementation held against itself."""
        make = (lambda: Side(self.s, self.v, side)) if side else (lambda: Alone(self.s, self.v, name))
        reader, writer = make(), make()
        for h in before:
            writer.encode(reader.decode(bytes.fromhex(h)))
        try:
            check_itself(writer, data, reader.decode(data), before)
        except Refused:
            pass

    def sides(self):
        for side in ("client", "server"):
            names = [p.name for p in self.s.says(side, self.v)]
            if names:
                args = ["--side", side, "--version", str(self.v)]
                lines = self.values(names, True)
                self.broken(args, side, None, lines, self.both_ways(args, side, None, lines))

    def types(self):
        names = [n for n, d in self.s.decls.items() if d.kind == "struct" or (d.kind == "union" and d.alive(self.v))]
        for name in self.rng.sample(names, min(2, len(names))):
            args = ["--type", name, "--version", str(self.v)]
            lines = self.values([name], False)[:max(4, self.n // 3)]
            self.broken(args, None, name, lines, self.both_ways(args, None, name, lines))

    def session(self):
        lines = []
        for _ in range(max(2, self.n // 8)):
            lines += generate_values.walk(self.rng, self.s, self.v, self.rng.choice((3, 12, 30))) + [""]
        want = session_lines(self.s, self.v, lines)
        self.tool.compare(["decode", "--session", "--version", str(self.v)], lines, want,
                          same_decoded(self.s, self.v, None, True))


def trial(command, seed, i, text, n, failures):
    """How much agreed on one schema."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "gen.tic")
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
        return file_trial(command, f"{seed}/{i}", path, n, failures)


def file_trial(command, seed, path, n, failures):
    schema, tool = read_file(path), Tool(command, path, failures)
    for v in range(schema.oldest, schema.version + 1):
        t = Trial(random.Random(f"{seed}/{v}"), schema, v, tool, n)
        if schema.start:
            t.canonical()
            t.sides()
            t.session()
        t.types()
    return tool.passed


def on_files(a):
    passed, failed = 0, 0
    for path in a.files:
        failures = []
        passed += file_trial(a.tictoc, a.seed, path, a.packets, failures)
        failed += len(failures)
        if failures:
            print(f"{path} (--seed {a.seed}), {len(failures)} differences, the first:\n{failures[0]}\n", flush=True)
    return passed, failed


def on_invented(a):
    passed, failed = 0, 0
    for i, text in generate_schemas.schemas(a.seed, a.schemas):
        if a.only is not None and i != a.only:
            continue
        failures = []
        passed += trial(a.tictoc, a.seed, i, text, a.packets, failures)
        if failures:
            failed += len(failures)
            print(text)
            print(f"schema {i} of seed {a.seed} (--seed {a.seed} --only {i}), {len(failures)} differences, the first:\n"
                  f"{failures[0]}\n", flush=True)
        if failed >= a.max_failures > 0:
            break
    return passed, failed


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("tictoc", help="path of the binary (or a command)")
    p.add_argument("--seed", default="1")
    p.add_argument("--schemas", type=int, default=130)
    p.add_argument("--packets", type=int, default=40, help="values and broken packets a schema, version and side")
    p.add_argument("--only", type=int, help="only the schema of this index")
    p.add_argument("--max-failures", type=int, default=5)
    p.add_argument("--letter", action="store_true",
                   help="a string cut short is `truncated` even where its fill is wrong")
    p.add_argument("--files", nargs="+", help="these schemas instead of invented ones")
    a = p.parse_args()
    tic_bits.Reader.fill_first = not a.letter
    passed, failed = on_files(a) if a.files else on_invented(a)
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
