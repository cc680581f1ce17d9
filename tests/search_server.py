"""A private search server for tests: OpenSearch 2.19.1, own folder, loopback only, gone afterwards.

It stands for Elasticsearch 8, of which the parts are in no public package registry. Maven fetches the jars
once into its own cache; `make test` starts one server and hands its address on in SEARCH_SERVER_URL.
"""

import hashlib
import json
import os
import random
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests import databases

GIVEN = "SEARCH_SERVER_URL"  # environment: the address of a server that runs already
POM = Path(__file__).with_suffix(".pom.xml")
TOOLS = POM.parent.parent / ".tools" / "search-server"
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1"
RUNNER = "org.codelibs.opensearch.runner.OpenSearchRunner"
PARTS = "org.opensearch.transport.Netty4Plugin"  # all that our indexes need: the fewer, the sooner it listens
# A short life: compiling thoroughly and collecting in parallel take longer than they save.
JAVA = ["java", "-Xms256m", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
PORTS = range(9201, 9300)  # the runner takes no higher one
START_SECONDS = 180
OLDEST_JAVA = 11


class CannotStart(Exception):
    """The server ended or did not listen in time; the message holds what it said last."""


@cache
def missing() -> str:
    """Why there can be no server here, in a few words; empty when there can. Fetches the jars once."""
    if os.environ.get(GIVEN):
        return ""
    for program, package in (("java", "default-jre-headless"), ("mvn", "maven")):
        if not shutil.which(program):
            return f"no search server: {program} is not installed (Debian: {package})"
    try:
        class_path()
    except subprocess.CalledProcessError:
        return "no search server: Maven cannot fetch its jars"
    return ""


def class_path() -> str:
    """The jars of the server, as Java takes them. Raises CalledProcessError when Maven cannot fetch them."""
    name = hashlib.sha256(POM.read_bytes()).hexdigest()[:16]
    kept = TOOLS / f"{name}.txt"
    with databases.lock("search-server"):
        if not kept.exists() or not all(Path(jar).exists() for jar in kept.read_text().split(os.pathsep)):
            TOOLS.mkdir(parents=True, exist_ok=True)
            goal = [f"{PLUGIN}:build-classpath", f"-Dmdep.outputFile={kept}"]
            command = ["mvn", "-q", "-B", "-f", str(POM), *goal]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return kept.read_text()


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of a search server: the one that was handed on, or an own one that ends here."""
    if given := os.environ.get(GIVEN):
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="zin-search-"))
    try:
        with _started(folder) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _started(folder: Path) -> Iterator[str]:
    port, log = _free_port(), folder / "log"
    command = [*JAVA, "-cp", class_path(), RUNNER, "-basePath", str(folder / "server"), "-numOfNode", "1"]
    # The first node takes the port after the base port.
    command += ["-baseHttpPort", str(port - 1), "-clusterName", folder.name, "-moduleTypes", PARTS]
    with log.open("w") as written:
        process = subprocess.Popen(command, stdout=written, stderr=written, stdin=subprocess.DEVNULL)
    try:
        yield _wait_for(process, port, folder.name, log)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(process: subprocess.Popen, port: int, cluster: str, log: Path) -> str:
    """The address, as soon as the server that answers there is the one that was started."""
    url, until = f"http://127.0.0.1:{port}", time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_cluster/health?wait_for_status=yellow", timeout=5) as answer:
                if json.load(answer)["cluster_name"] == cluster:
                    return url
        except OSError:
            time.sleep(0.2)  # nobody listens yet; asked again until the time is up
    raise CannotStart(log.read_text()[-3000:])


def _free_port() -> int:
    """A port that nobody listens on; two test runs that start at the same moment rarely choose the same."""
    for port in random.sample(PORTS, len(PORTS)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise CannotStart(f"every port from {PORTS.start} to {PORTS.stop - 1} is taken")
