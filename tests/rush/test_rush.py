"""The rush against a stand-in for the site: nothing found when it is right, everything when it is not."""

from tests.rush import checks, rush
from tests.rush.apart import run_apart
from tests.rush.stub import StubSite


def hold(site: StubSite) -> rush.Rush:
    async def held():
        async with site.served() as address:
            return await rush.storm(address, 80, lambda title: [], reading=0)

    return run_apart(held())


def breaches(site: StubSite, held: rush.Rush) -> list[str]:
    return [*held.failures, *checks.breaches(held.records, site.truth(), mails=None)]


def test_rush_on_a_faulty_site_with_a_lock_finds_nothing():
    site = StubSite(capacity=25, faulty=True)

    held = hold(site)

    assert breaches(site, held) == []
    assert held.traffic.lost > 0
    assert sum(row["status"] == "confirmed" for row in site.rows) == 25


def test_rush_without_a_lock_finds_the_seats_sold_twice():
    site = StubSite(capacity=25, locked=False)

    found = breaches(site, hold(site))

    confirmed = sum(row["status"] == "confirmed" for row in site.rows)
    assert confirmed > 25
    assert f"rush: {confirmed} confirmed instead of 25" in found


def test_rush_reports_what_happened():
    site = StubSite(capacity=25)

    report = rush.report(hold(site), site.truth(), 0, 1.0)

    assert report.startswith("  80 people with 74 forms (2 of groups, 15 sent twice at once)")
    assert "killed: 0 web workers, 0 mail senders; 0 connections lost, 0 requests put off" in report
