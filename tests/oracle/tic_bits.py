"""The codes of the language page as bits: what writes them, what reads them, and the refusals of a reader."""


class Refused(Exception):
    def __init__(self, reason, bit, more=None, path=""):
        super().__init__(reason, bit, more, path)
        self.reason, self.bit, self.more, self.path = reason, bit, more, path

    def line(self):
        more = "" if self.more is None else f" more={self.more}"
        return f"refused {self.reason} bit={self.bit}{more}" + (f" path={self.path}" if self.path else "")


def zigzag(r):
    return 2 * r if r >= 0 else -2 * r - 1


def unzigzag(z):
    return -(z + 1) // 2 if z & 1 else z // 2


def bits(x):
    return x.bit_length()


def huffman(weights):
    """The code of each item, as a string of 0 and 1, in declared order."""
    nodes = [(w, i, (i,)) for i, w in enumerate(weights)]
    length = [0] * len(weights)
    while len(nodes) > 1:
        nodes.sort(key=lambda n: (n[0], -n[1]))
        a, b = nodes[:2]
        for i in a[2] + b[2]:
            length[i] += 1
        nodes[:2] = [(a[0] + b[0], max(a[1], b[1]), a[2] + b[2])]
    out, code, before = [""] * len(weights), -1, 0
    for i in sorted(range(len(weights)), key=lambda i: (length[i], i)):
        code = (code + 1) << (length[i] - before)
        before = length[i]
        out[i] = format(code, f"0{before}b") if before else ""
    return out


class Writer:
    def __init__(self):
        self.parts, self.n = [], 0

    def put(self, text):
        self.parts.append(text)
        self.n += len(text)

    def fixed(self, n, x):
        if n:
            self.put(format(x, f"0{n}b"))

    def truncated_binary(self, m, x):
        k = m.bit_length() - 1
        s = 2**(k + 1) - m
        self.fixed(k, x) if x < s else self.fixed(k + 1, x + s)

    def exp_golomb(self, k, x):
        y = x + 2**k
        assert y < 2**64
        self.put("0" * (bits(y) - 1 - k))
        self.fixed(bits(y), y)

    def octets(self, data):
        if data:
            self.put("0" * (-self.n % 8))
            self.put("".join(format(b, "08b") for b in data))

    def bytes(self):
        text = "".join(self.parts) + "0" * (-self.n % 8) or "0" * 8
        return int(text, 2).to_bytes(len(text) // 8, "big")


class Reader:
    # Section 9 makes a string's fill and bytes one code, so a string that is cut short and has a set fill bit would be
    # `truncated`; the golden packets have `bad-padding` there. True follows the golden packets, False the page.
    fill_first = True

    def __init__(self, data):
        self.data, self.s, self.p, self.path = data, "".join(format(b, "08b") for b in data), 0, []

    def refuse(self, reason, bit, more=None):
        raise Refused(reason, bit, more, "".join(self.path).lstrip("."))

    def want(self, end):
        """Refuses if the data ends before bit `end`, which the code being read needs at least."""
        if end > len(self.s):
            self.refuse("truncated", len(self.s), (end + 7) // 8 - len(self.data))

    def fixed(self, n):
        self.want(self.p + n)
        self.p += n
        return int("0" + self.s[self.p - n:self.p], 2)

    def truncated_binary(self, m):
        k = m.bit_length() - 1
        s = 2**(k + 1) - m
        seen = self.s[self.p:self.p + k]
        n = k if int("0" + seen + "0" * (k - len(seen)), 2) < s else k + 1
        self.want(self.p + n)
        x = self.fixed(n)
        return x if n == k else x - s

    def exp_golomb(self, k):
        z = 0
        while self.p + z < len(self.s) and self.s[self.p + z] == "0":
            z += 1
            if z > 63 - k:
                self.refuse("overlong", self.p)
        self.want(self.p + 2 * z + 1 + k)
        return self.fixed(2 * z + 1 + k) - 2**k

    def huffman(self, codes):
        seen, end = "", self.p
        while seen not in codes:
            if end == len(self.s):
                self.want(self.p + min(len(c) for c in codes if c.startswith(seen)))
            seen += self.s[end]
            end += 1
        self.p = end
        return codes.index(seen)

    def fill(self):
        while self.p % 8:
            if self.s[self.p] == "1":
                self.refuse("bad-padding", self.p)
            self.p += 1

    def octets(self, n):
        if not n:
            return b""
        if self.fill_first:
            self.fill()
        self.want((self.p + 7) // 8 * 8 + 8 * n)
        self.fill()
        self.p += 8 * n
        return self.data[self.p // 8 - n:self.p // 8]

    def end(self):
        """The final fill, and nothing after it."""
        self.last_fill()
        if self.p < len(self.s):
            self.refuse("trailing", self.p)

    def last_fill(self):
        if self.p == 0:
            self.want(8)
            if "1" in self.s[:8]:
                self.refuse("bad-padding", self.s.index("1"))
            self.p = 8
        self.fill()
