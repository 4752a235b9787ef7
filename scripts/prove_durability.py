"""What scripts/prove-durability does; see there."""

import argparse
import glob
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

SENTENCE = (
    "Хоким Сергелийского района подписал с компанией Huaxin Cement {n} меморандум на {sum} млн долларов "
    "о строительстве цементного завода. Срок строительства – {months} месяцев.\n"
)


class Failed(Exception):
    pass


def documents(folder, first, count):
    """Writes small articles, each with a deal of its own; gives their paths."""
    paths = []
    for number in range(first, first + count):
        path = os.path.join(folder, f"{number}.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(SENTENCE.format(n=number, sum=number % 900 + 1, months=number % 30 + 6))
        paths.append(path)
    return paths


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


class Ledger:
    """A ledger as the command line names it."""

    def __init__(self, program, *where):
        self.program, self.where = program, list(where)

    def run(self, *arguments, check=True):
        done = subprocess.run(
            [self.program, *arguments, *self.where], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if check and done.returncode != 0:
            raise Failed(f"{arguments} ended with {done.returncode}: {done.stdout[-500:]}{done.stderr[-500:]}")
        return done

    def hashes(self):
        found, offset = [], 0
        while True:
            lines = self.run("list", "documents", "--json", "--limit", "1000", "--offset", str(offset)).stdout.splitlines()
            found += [hash_of(line) for line in lines]
            if len(lines) < 1000:
                return found
            offset += 1000

    def check(self, acknowledged):
        """The ledger opens, is sound, holds every acknowledged document once."""
        self.run("verify")
        found = self.hashes()
        if len(found) != len(set(found)):
            raise Failed("a document is there twice")
        lost = set(acknowledged) - set(found)
        if lost:
            raise Failed(f"{len(lost)} acknowledged documents are lost, such as {sorted(lost)[0]}")
        return found


def hash_of(line):
    """The document's hash in a line of “list documents --json”."""

    return json.loads(line)["sha256"]


def prove_kill(program, kills, folder):
    """kill -9 at random moments of `add` runs."""
    ledger = Ledger(program, "--ledger", os.path.join(folder, "killed.sqlite"))
    begin = time.time()
    ledger.run("add", *documents(folder, 0, 10))
    whole = time.time() - begin
    acknowledged = [digest(path) for path in documents(folder, 0, 10)]
    cut = 0
    for round_ in range(kills):
        paths = documents(folder, 10 + round_ * 10, 10)
        out = os.path.join(folder, "out")
        with open(out, "w", encoding="utf-8") as file:
            process = subprocess.Popen([program, "add", *paths, *ledger.where], stdout=file, stderr=file)
            time.sleep(random.uniform(0, whole * 1.2))
            if process.poll() is None:
                cut += 1
            process.send_signal(signal.SIGKILL)
            process.wait()
        with open(out, encoding="utf-8") as file:
            said = [line.split(": recorded")[0] for line in file.read().splitlines() if ": recorded" in line]
        acknowledged += [digest(path) for path in said]
        ledger.check(acknowledged)
        if (round_ + 1) % 25 == 0:
            print(f"  {round_ + 1} runs, {cut} cut off, {len(acknowledged)} documents acknowledged", flush=True)
    print(f"kill -9: {kills} runs, {cut} cut off before their end; {len(acknowledged)} acknowledged documents, all there; "
          "verify clean after each", flush=True)


def prove_disk(program, folder):
    """A disk that fills up."""
    mount = os.path.join(folder, "small")
    os.mkdir(mount)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", mount], check=True)
    try:
        ledger = Ledger(program, "--ledger", os.path.join(mount, "ledger.sqlite"))
        acknowledged, number, failures = [], 0, 0
        while failures < 5:
            paths = documents(folder, 1_000_000 + number, 20)
            number += 20
            done = ledger.run("add", *paths, check=False)
            said = [line.split(": recorded")[0] for line in done.stdout.splitlines() if ": recorded" in line]
            acknowledged += [digest(path) for path in said]
            if done.returncode != 0:
                failures += 1
                if done.returncode != 3 or "full" not in done.stderr:
                    raise Failed(f"a full disk was reported as {done.returncode}: {done.stderr}")
                # A little room, so that SQLite can open its log; then it fills up again.
                subprocess.run(["mount", "-o", f"remount,size={3 * 1024 + failures * 300}k", mount], check=True)
                ledger.check(acknowledged)
        print(f"full disk: filled {failures} times, {len(acknowledged)} acknowledged documents, all there; verify clean "
              "after each", flush=True)
    finally:
        subprocess.run(["umount", "-l", mount], check=True)


class PostgreSQL:
    """A cluster of its own."""

    def __init__(self, folder):
        self.folder = os.path.join(folder, "pg")
        os.makedirs(self.folder)
        bin_ = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
        self.user = ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
        if self.user:
            os.chmod(folder, 0o755)
            shutil.chown(self.folder, "nobody")
        self.control = [*self.user, bin_ + "/pg_ctl", "-D", self.folder + "/data", "-w"]
        quiet = {"stdout": subprocess.DEVNULL, "check": True, "cwd": "/tmp"}
        subprocess.run([*self.user, bin_ + "/initdb", "-D", self.folder + "/data", "-U", "proof", "-A", "trust", "-E",
                        "UTF8", "--locale=C"], **quiet)
        subprocess.run([*self.control, "-l", self.folder + "/log", "-o",
                        f"-k {self.folder} -c listen_addresses='' -c max_connections=300", "start"], **quiet)
        subprocess.run([bin_ + "/createdb", "-h", self.folder, "-U", "proof", "ledger"], **quiet)
        self.address = f"postgresql://proof@/ledger?host={self.folder}"

    def stop(self):
        subprocess.run([*self.control, "-m", "fast", "stop"], stdout=subprocess.DEVNULL, check=False, cwd="/tmp")


def prove_clients(program, seconds, folder, name, where):
    """64 clients read pages, 8 programs write, a backup is taken in between."""
    ledger = Ledger(program, *where)
    folder = os.path.join(folder, name)
    os.makedirs(folder)
    first = documents(folder, 0, 10)
    ledger.run("add", *first)
    acknowledged = [digest(path) for path in first]
    server = subprocess.Popen(
        [program, "serve", "--port", "0", *where], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    address = server.stdout.readline().split(" on ")[1].split()[0].rstrip("/")
    end = time.time() + seconds
    errors, reads, lock = [], [0], threading.Lock()
    pages = ["/", "/agreements", "/agreements?q=Huaxin", "/agreements?status=signed", "/documents", "/meetings"]

    def read(seed):
        choose = random.Random(seed)
        while time.time() < end:
            try:
                with urllib.request.urlopen(address + choose.choice(pages), timeout=120) as answer:
                    answer.read()
                with lock:
                    reads[0] += 1
            except Exception as error:  # noqa: BLE001 - every failure counts
                errors.append(f"reading: {error}")

    def write(seed):
        number = 10_000 * (seed + 1)
        while time.time() < end:
            paths = documents(folder, number, 10)
            number += 10
            done = ledger.run("add", *paths, check=False)
            if done.returncode != 0:
                errors.append(f"writing: {done.stderr[-300:]}")
            with lock:
                acknowledged.extend(digest(line.split(": recorded")[0])
                                    for line in done.stdout.splitlines() if ": recorded" in line)

    threads = [threading.Thread(target=read, args=(seed,)) for seed in range(64)]
    threads += [threading.Thread(target=write, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    time.sleep(seconds / 2)
    backup = os.path.join(folder, "backup.sqlite")
    ledger.run("backup", backup)
    for thread in threads:
        thread.join()
    server.terminate()
    server.wait()
    if errors:
        raise Failed(f"{len(errors)} errors, such as: {errors[0]}")
    found = ledger.check(acknowledged)
    if len(found) != len(acknowledged):
        raise Failed(f"{len(found)} documents are there, {len(acknowledged)} were acknowledged")
    restored = os.path.join(folder, "restored.sqlite")
    Ledger(program, "--ledger", restored).run("restore", backup)
    exports = [Ledger(program, "--ledger", path).run("export").stdout for path in (backup, restored)]
    live = ledger.run("export").stdout
    if exports[0].count("\n") <= len(first):
        raise Failed("the backup lacks what was there before it began")
    if exports[0] != exports[1] or not live.startswith(exports[0]):
        raise Failed("the backup's export is not the beginning of the ledger's")
    print(f"{name}: {seconds} s, 64 readers ({reads[0]} pages) and 8 writers ({len(found)} documents), no error, none lost or "
          f"doubled, verify clean; backup under load after {exports[0].count(chr(10)) - 1} changes, its restore exports "
          "the same", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/kelishuv")
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--only", choices=["kill", "disk", "clients"])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random.seed(options.seed)
    os.environ.pop("KELISHUV_DATABASE", None)
    program = os.path.abspath(options.program)
    folder = tempfile.mkdtemp(prefix="kelishuv-proof-")
    try:
        if options.only in (None, "disk"):
            prove_disk(program, folder)
        if options.only in (None, "clients"):
            prove_clients(program, options.seconds, folder, "SQLite",
                          ["--ledger", os.path.join(folder, "clients.sqlite")])
            cluster = PostgreSQL(folder)
            try:
                prove_clients(program, options.seconds, folder, "PostgreSQL", ["--database", cluster.address])
            finally:
                cluster.stop()
        if options.only in (None, "kill"):
            prove_kill(program, options.kills, folder)
    except Failed as failure:
        sys.exit(f"FAILED: {failure}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
