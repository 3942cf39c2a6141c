"""Asks an adapter and this implementation the same, and holds the answers against each other."""
import argparse
import random
import subprocess
import sys

import generate_values
import tic_text
from tic_codec import CannotEncode, Codec, Reader, Refused, Writer, ref
from tic_parse import read_file
from tic_session import Session
from adapter import OTHER, Adapter


class Requests:
    """Lines about one schema: values alone, sealed content, conversations, and broken bytes of each."""

    def __init__(self, schema, rng, supported):
        self.s, self.rng, self.supported, self.lines, self.ids = schema, rng, supported, [], 0

    def fresh(self):
        self.ids += 1
        return self.ids

    def ask(self, verb, what, ident=None):
        if ("open" if verb in ("receive", "send", "end") else verb) in self.supported:
            self.lines.append(f"{verb} {ident or self.fresh()} {what}".rstrip())

    def said(self, version, dom, v):
        return " ".join(tic_text.words(Codec(self.s, version), dom, v))

    def value(self, values, version, name):
        c = Codec(self.s, version)
        return c.from_json(ref(name), values.value(ref(name)))

    def alone(self, version, count):
        for _ in range(count):
            name = self.rng.choice(list(self.s.decls))
            try:
                v = self.value(generate_values.Values(self.rng, self.s, version), version, name)
            except CannotEncode:
                continue
            data, words = Codec(self.s, version).encode_alone(ref(name), v), self.said(version, ref(name), v)
            self.ask("encode", f"{name}/{version} {words}")
            self.ask("decode", f"{name}/{version} {data.hex()}")
            for _ in range(3):
                self.ask("decode", f"{name}/{version} {generate_values.mutate(self.rng, data).hex() or '-'}")
            if self.s.decls[name].kind != "enum":
                self.sealed(version, name, v, words)

    def sealed(self, version, name, v, words):
        w = Writer()
        w.exp_golomb(0, version - 1)
        Codec(self.s, version).enc(ref(name), None, v, w)
        self.ask("seal", f"{name}/{version} {words}")
        self.ask("unseal", f"{name} {w.bytes().hex()}")
        self.ask("unseal", f"{name} {generate_values.mutate(self.rng, w.bytes()).hex() or '-'}")

    def conversation(self, version, steps):
        """Both ends are asked; `said` and `heard` are what they ought to know. May end with a broken packet."""
        rng, said, heard = self.rng, Session(self.s, version), Session(self.s, version)
        ids = {"client": self.fresh(), "server": self.fresh()}
        values = {side: generate_values.Values(rng, self.s, version) for side in ids}
        for side, ident in ids.items():
            self.ask("open", f"{side} {version}", ident)
        for _ in range(steps):
            side = rng.choice(list(ids))
            may = said.states.may(side)
            wrong = [n for n in sorted(said.states.alive[side]) if n not in may]
            if said.states.state == "Closed" or not (may or wrong):
                break
            name = rng.choice(wrong if wrong and (not may or rng.random() < 0.05) else may)
            v, other = self.value(values[side], version, name), ids[OTHER[side]]
            self.ask("send", f"{name} {self.said(version, ref(name), v)}", ids[side])
            if name in wrong:
                if rng.random() < 0.3:
                    return self.ask("receive", said.sides[side].write(name, v).hex(), other)
                continue
            data = said.write(side, name, v)
            if rng.random() < 0.03:
                return self.broken(heard, side, generate_values.mutate(rng, data), other)
            heard.read(side, Reader(data))
            self.pieces(data, other)
        for ident in ids.values():
            self.ask("end", "", ident)

    def pieces(self, data, ident):
        while data:
            n = self.rng.choice((1, 2, len(data)))
            self.ask("receive", data[:n].hex(), ident)
            data = data[n:]

    def broken(self, heard, side, data, ident):
        """A refused packet must stand alone, so bytes that begin with a whole one are left out."""
        r = Reader(data)
        try:
            heard.read(side, r)
        except Refused as why:
            self.ask("receive", data.hex(), ident)
            if why.reason == "truncated":
                self.ask("end", "", ident)

    def all(self, count):
        for version in range(self.s.oldest, self.s.version + 1):
            self.alone(version, count)
            for _ in range(count // 8 if self.s.start else 0):
                self.conversation(version, self.rng.choice((3, 12, 80)))
        return self.lines


def same(schema, given, want, got):
    """What is told must agree; an adapter need not tell bits and paths, and may spell floats as it likes."""
    want, got = want.split(" "), got.split(" ")
    if want[:2] != got[:2]:
        return False
    if want[0] == "refuse":
        told = dict(w.split("=", 1) for w in want[3:])
        return want[2] == got[2] and all(told.get(w.split("=")[0]) in (None, w.split("=", 1)[1]) for w in got[3:])
    return want[0] == "error" or want == got or same_values(schema, given, want[2:], got[2:])


def same_values(schema, given, want, got):
    """The same packets with the same values, spelled in another way."""
    verb, _, what, *_ = given.split(" ")
    version = int(what.partition("/")[2]) if verb == "decode" else int(want[0]) if verb == "unseal" else schema.version
    name = what.partition("/")[0]
    if verb not in ("decode", "unseal") or want[:verb == "unseal"] != got[:verb == "unseal"]:
        return False
    c = Codec(schema, version)
    try:
        first = verb == "unseal"
        values = (tic_text.value(c, ref(name), " ".join(words[first:])) for words in (want, got))
        return next(values) == next(values)
    except CannotEncode:
        return False


def by_id(lines):
    out = {}
    for line in lines:
        out.setdefault(line.split(" ")[1], []).append(line)
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("file")
    p.add_argument("command", nargs="+")
    p.add_argument("--seed", default="1")
    p.add_argument("--values", type=int, default=200)
    a = p.parse_args()
    schema = read_file(a.file)
    oracle = Adapter(schema)
    hello = f"hello 1 {schema.protocol}"
    told = subprocess.run(a.command, input=f"{hello}\nbye\n".encode(), capture_output=True,
                          timeout=60).stdout.decode().split()
    mine = oracle.answer(hello).split()
    if len(told) != 6 or told[:3] != mine[:3] or told[4] != mine[4]:
        print(f"got  {' '.join(told)}\nwant {' '.join(mine)}")
        return 1
    lines = Requests(schema, random.Random(f"{a.seed}/{a.file.rpartition('/')[2]}"),
                     told[5].removeprefix("ops=").split(",")).all(a.values)
    done = subprocess.run(a.command, input="".join(x + "\n" for x in [*lines, "bye"]).encode(), capture_output=True,
                          timeout=300)
    got, failed, turn = by_id(done.stdout.decode("utf-8", "replace").split("\n")[:-1]), 0, {}
    for line in lines:
        ident, want = line.split(" ")[1], oracle.answer(line)
        turn[ident] = turn.get(ident, -1) + 1
        mine = [*got.get(ident, []), *["(nothing)"] * (turn[ident] + 1)][turn[ident]]
        if not same(schema, line, want, mine):
            failed += 1
            if failed < 6:
                print(f"given {line}\n  got  {mine}\n  want {want}")
    print(f"{a.file}: {len(lines)} requests (--seed {a.seed}), {failed} answered otherwise "
          f"{done.stderr.decode()[-400:]}")
    return 1 if failed or not lines else 0


if __name__ == "__main__":
    sys.exit(main())
