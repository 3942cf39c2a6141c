#!/usr/bin/env python3
"""Compares the relay with brokers: runs each server on one core and relay_load on another, in rounds, and prints a
table of medians. Called by `run`; stops every process that it starts."""
import argparse
import json
import os
import resource
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

MOSQUITTO = """listener {port} 127.0.0.1
allow_anonymous true
persistence false
set_tcp_nodelay true
max_inflight_messages 0
max_queued_messages 0
log_type error
"""
NATS = """listen: "127.0.0.1:{port}"
max_connections: 100000
"""
TIC = """address = 127.0.0.1
tcp = {port}
address_rate = 0
"""
# What is measured: the driver of relay_load, the server's program, its configuration, and how it is called.
SERVERS = {
    "bare": ("bare_relay", None, ["{port}"]),
    "tic": ("relay_server", TIC, ["{file}"]),
    "nats": ("nats-server", NATS, ["-c", "{file}"]),
    "mqtt0": ("mosquitto", MOSQUITTO, ["-c", "{file}"]),
    "mqtt1": ("mosquitto", MOSQUITTO, ["-c", "{file}"]),
    "mqtt1-hop": ("mosquitto", MOSQUITTO, ["-c", "{file}"]),
}
REFERENCE = "mqtt1"
# The goals of our relay: CPU relative to the reference at full load, bytes for each chat, and in open loop a p99 in ms,
# or a multiple of that of bare.
MOST_CPU, MOST_BYTES, MOST_P99, MOST_TIMES_BARE = 0.35, 80, 10, 5


INTERRUPTS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def interrupted(*_):
    """Ends us by an exception, so that each `with` stops its process; a second signal does not disturb that."""
    for name in INTERRUPTS:
        signal.signal(name, signal.SIG_IGN)
    sys.exit(130)


class Failed(Exception):
    """A run that has no result, and why."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def accepts(port):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False


class Started:
    """A process on one core, stopped at the end of the `with`."""

    def __init__(self, words, core, **how):
        self.words, self.core, self.how = words, core, how

    def __enter__(self):
        # A group of its own: the terminal interrupts us, and we stop it.
        def ready():
            for name in INTERRUPTS:
                signal.signal(name, signal.SIG_DFL)
            os.setpgrp()
            os.sched_setaffinity(0, {self.core})

        self.process = subprocess.Popen(self.words, preexec_fn=ready, **self.how)
        return self.process

    def __exit__(self, *why):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def program(name, build):
    own = {"bare_relay": "bare/bare_relay", "relay_server": "relay_server", "relay_load": "load/relay_load"}
    if name in own:
        return os.path.join(build, own[name])
    for folder in os.environ.get("PATH", "").split(":") + ["/usr/sbin", "/usr/local/sbin"]:
        if os.access(os.path.join(folder, name), os.X_OK):
            return os.path.join(folder, name)
    sys.exit(f"{name} is not installed: see the file `packages`")


def wait_for(server, port, log):
    deadline = time.monotonic() + 10
    while not accepts(port):
        if server.poll() is not None or time.monotonic() > deadline:
            log.seek(0)
            raise Failed(f"the server does not start: {log.read().strip()[-300:]}")
        time.sleep(0.01)


def one_run(name, rate, seed, options, folder):
    """Starts the server, talks, stops it; relay_load's report."""
    port = free_port()
    binary, config, arguments = SERVERS[name]
    file = os.path.join(folder, name + ".conf")
    with open(file, "w") as out:
        out.write((config or "").format(port=port))
    words = [program(binary, options.build)] + [a.format(port=port, file=file) for a in arguments]
    with (tempfile.TemporaryFile("w+") as log,
          Started(words, options.server_core, stdout=log, stderr=log, cwd=folder) as server):
        wait_for(server, port, log)
        call = [program("relay_load", options.build), name, str(port), "--process", str(server.pid)]
        for option in ("connections", "seconds", "warm_up", "drain", "window"):
            call += ["--" + option.replace("_", "-"), str(getattr(options, option))]
        call += ["--rate", str(rate), "--seed", str(seed)]
        with Started(call, options.load_core, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as load:
            try:
                output, wrong = load.communicate(timeout=120 + 4 * (options.seconds + options.warm_up + options.drain))
            except subprocess.TimeoutExpired:
                raise Failed("the load does not end") from None
        if load.returncode != 0:
            raise Failed(wrong.strip() or f"relay_load ended with {load.returncode}")
        return json.loads(output)


def median(runs, *path):
    """Of the runs that have it; infinite where what is measured never came."""

    def value(run):
        for step in path:
            run = run[step]
        return float("inf") if run is None else run

    return statistics.median(map(value, runs))


COLUMNS = [
    ("server", "{}"), ("rate", "{}"), ("chats/s", "{:,.0f}"), ("deliveries/s", "{:,.0f}"), ("CPU s/M", "{:.2f}"),
    ("of " + REFERENCE, "{:.2f}"), ("of bare", "{:.2f}"), ("kernel", "{:.0%}"), ("server CPU", "{:.0%}"),
    ("RSS MiB", "{:.1f}"), ("peak", "{:.1f}"), ("bytes/chat", "{:.1f}"),
    ("p50 ms", "{:.3f}"), ("p99", "{:.3f}"), ("p99.9", "{:.3f}"), ("trip p99", "{:.3f}"),
    ("lost", "{:,}"), ("load CPU", "{:.0%}"), ("late p99", "{:.3f}"), ("load", "{}"),
]


def row(name, rate, runs, cost):
    own = cost[name]
    ratio = lambda other: own / cost[other] if other in cost else float("nan")
    mib = 1024 * 1024
    return [
        name, "full" if rate == 0 else f"{rate:,.0f}",
        median(runs, "chats_a_second"), median(runs, "deliveries_a_second"), own,
        ratio(REFERENCE), ratio("bare"), 1 - median(runs, "server_user_share"), median(runs, "server_cpu_share"),
        median(runs, "server_rss") / mib, median(runs, "server_rss_peak") / mib, median(runs, "bytes_of_a_chat"),
        median(runs, "message_ms", "p50"), median(runs, "message_ms", "p99"), median(runs, "message_ms", "p99.9"),
        median(runs, "round_trip_ms", "p99"), max(run["lost"] for run in runs), median(runs, "load_cpu_share"),
        median(runs, "late_ms", "p99"),
        " ".join(what for what in ("busy", "late") if any(run["load_is_" + what] for run in runs)),
    ]


def print_table(results, options):
    table = [[title for title, _ in COLUMNS]]
    for rate in options.rates:
        cost = {name: median(runs, "server_cpu_of_a_million_deliveries")
                for name in options.servers if (runs := results[name, rate])}
        for name in cost:
            cells = row(name, rate, results[name, rate], cost)
            table.append([form.format(cell) for (_, form), cell in zip(COLUMNS, cells)])
    widths = [max(map(len, column)) for column in zip(*table)]
    for line in table:
        first, *others = zip(line, widths)
        print("  ".join([first[0].ljust(first[1])] + [cell.rjust(width) for cell, width in others]))


def marks(results, rates):
    """For each goal of our relay: the goal with the measured value, and whether it is met. Goals relative to a server
    that was not run are left out."""
    for rate in rates:
        ours, reference, bare = (results.get((name, rate)) for name in ("tic", REFERENCE, "bare"))
        if not ours:
            continue
        at = "full" if rate == 0 else f"{rate:,.0f}"
        size = median(ours, "bytes_of_a_chat")
        yield f"{at}: bytes/chat {size:.1f}, at most {MOST_BYTES}", size <= MOST_BYTES
        if reference and rate == 0:
            cost, base = (median(runs, "server_cpu_of_a_million_deliveries") for runs in (ours, reference))
            cost /= base
            yield f"{at}: CPU {cost:.2f} of {REFERENCE}, at most {MOST_CPU}", cost <= MOST_CPU
        if bare and rate > 0:
            most = max(MOST_P99, MOST_TIMES_BARE * median(bare, "message_ms", "p99"))
            p99 = median(ours, "message_ms", "p99")
            yield f"{at}: p99 {p99:.3f} ms, at most {most:.3f}", p99 <= most
        lost = max(run["lost"] for run in ours)
        yield f"{at}: lost {lost}, at most 0", lost == 0


def options_of(words):
    cores = sorted(os.sched_getaffinity(0))
    parser = argparse.ArgumentParser(prog="run", description="Our relay beside brokers: one table of medians.")
    parser.add_argument("--build", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--servers", default=",".join(SERVERS), help="of " + ", ".join(SERVERS))
    parser.add_argument("--rates", default="0,6944,20000", help="messages a second; 0: as fast as they are confirmed")
    parser.add_argument("--connections", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4, help="measured, of each run")
    parser.add_argument("--warm-up", type=float, default=1)
    parser.add_argument("--drain", type=float, default=3, help="most seconds to wait for the last messages")
    parser.add_argument("--window", type=int, default=0,
                        help="messages under way at rate 0; 0: 0.64 of the connections")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--server-core", type=int, default=cores[0], choices=cores)
    parser.add_argument("--load-core", type=int, default=cores[-1], choices=cores)
    parser.add_argument("--marks", action="store_true",
                        help="report whether our relay meets its goals; exit code 4 if it does not")
    parser.add_argument("--json", help="a file that gets every run, one a line")
    options = parser.parse_args(words)
    options.build = os.path.abspath(options.build)
    options.servers = options.servers.split(",")
    options.rates = [float(rate) for rate in options.rates.split(",")]
    if unknown := [name for name in options.servers if name not in SERVERS]:
        parser.error(f"no server is named {unknown[0]}")
    return options


def main(words):
    options = options_of(words)
    for name in INTERRUPTS:
        signal.signal(name, interrupted)
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    print(f"{options.connections} connections, {options.rounds} rounds of {options.seconds:g} s, seed {options.seed}, "
          f"server on core {options.server_core}, load on core {options.load_core}, "
          f"load average {os.getloadavg()[0]:.2f}")
    results = {(name, rate): [] for name in options.servers for rate in options.rates}
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)  # mosquitto reads its configuration as a user of its own
        for turn in range(options.rounds):
            for rate in options.rates:
                for name in options.servers:
                    print(f"\rround {turn + 1} of {options.rounds}, {name} at {rate:g}      ", end="", file=sys.stderr,
                          flush=True)
                    try:
                        results[name, rate].append(one_run(name, rate, options.seed + turn, options, folder))
                    except Failed as why:
                        failed += 1
                        print(f"\r{name} at {rate:g}: {why}", file=sys.stderr)
    print("\r" + " " * 50 + "\r", end="", file=sys.stderr, flush=True)
    if options.json:
        with open(options.json, "w") as out:
            out.writelines(json.dumps(run) + "\n" for runs in results.values() for run in runs)
    print_table(results, options)
    if failed:
        return 3
    is_missed = False
    for what, holds in marks(results, options.rates) if options.marks else ():
        print("holds " if holds else "MISSED", what)
        is_missed |= not holds
    return 4 if is_missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
