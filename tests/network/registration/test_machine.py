"""Whatever people and organisers do, in any order: the invariants hold after each step.

A state machine (Hypothesis) plays registering alone and in groups, cancelling, replacing, letting time pass,
held places, more and fewer places, forcing, reordering and moving a training. After every step nothing may be
wrong that `verify_data` looks at; a model of its own, a plain list of names, says who must sit and who must
wait.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from network.choices import ACTIVE, Together
from network.models import Registration
from network.registration import actors
from network.registration.cancelling import cancel, lapse, replace
from network.registration.changes import settle
from network.registration.errors import DoNotAllFit, NoSeatsLeft, RegistrationClosed
from network.registration.forgetting import erase
from network.registration.invariants import breaches
from network.registration.organising import change_capacity, give_place_by_hand, place_in_line
from network.registration.reserving import name_seat, reserve
from tests.factories import CoordinatorFactory, TrainingEventFactory
from tests.network.registration.people import join, line, somebody

ORGANISER = actors.organiser()


class RolledBack(Exception):
    """Ends one play; its rows go with the transaction."""


class Registrations(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.play = transaction.atomic()
        self.play.__enter__()
        self.at = timezone.now()
        self.event = TrainingEventFactory(
            capacity=2, starts_at=self.at + timedelta(days=10), registration_closes_at=None
        )
        self.coordinator = CoordinatorFactory()
        self.seated: list[str] = []
        self.waiting: list[str] = []
        self.number = 0

    def teardown(self):
        self.play.__exit__(RolledBack, RolledBack(), None)

    # --- The model: two lists of names ------------------------------------------------------------------

    @property
    def promotes(self) -> bool:
        return self.at < self.event.starts_at - timedelta(hours=48)

    def promote(self):
        while self.promotes and self.waiting and len(self.seated) < self.event.capacity:
            self.seated.append(self.waiting.pop(0))

    def arrive(self, name: str):
        free = len(self.seated) < self.event.capacity and not self.waiting
        (self.seated if free else self.waiting).append(name)

    def new_names(self, number: int) -> list[str]:
        self.number += number
        return [f"Persoon {self.number - index}" for index in range(number)]

    def row(self, data) -> Registration:
        names = sorted(self.seated + self.waiting)
        name = data.draw(st.sampled_from(names))
        return Registration.objects.get(event=self.event, name=name, status__in=ACTIVE)

    def leave(self, name: str):
        (self.seated if name in self.seated else self.waiting).remove(name)
        self.promote()

    # --- What can happen --------------------------------------------------------------------------------

    @rule()
    def one_person_registers(self):
        (name,) = self.new_names(1)
        join(self.event, name, at=self.at)
        self.arrive(name)

    @rule(size=st.integers(2, 4))
    def group_registers_as_far_as_it_fits(self, size):
        names = self.new_names(size)
        join(self.event, *names, at=self.at)
        for name in names:
            self.arrive(name)

    @rule(size=st.integers(2, 3))
    def group_registers_together_or_not_at_all(self, size):
        names = self.new_names(size)
        fits = not self.waiting and self.event.capacity - len(self.seated) >= size
        try:
            join(self.event, *names, together=Together.ALL, at=self.at)
        except DoNotAllFit:
            assert not fits
        else:
            assert fits
            self.seated += names

    @rule()
    def same_form_is_sent_twice(self):
        (name,) = self.new_names(1)
        form = uuid4()
        answers = [join(self.event, name, at=self.at, submission_id=form).outcome for _try in range(2)]
        assert answers[0] == answers[1]
        self.arrive(name)

    @precondition(lambda self: self.seated or self.waiting)
    @rule(data=st.data())
    def known_address_registers_again(self, data):
        join(self.event, self.row(data).name, at=self.at)

    @precondition(lambda self: self.seated or self.waiting)
    @rule(data=st.data())
    def somebody_cancels(self, data):
        row = self.row(data)
        cancel(row, at=self.at)
        cancel(row, at=self.at)
        self.leave(row.name)

    @precondition(lambda self: self.seated or self.waiting)
    @rule(data=st.data())
    def somebody_is_erased(self, data):
        row = self.row(data)
        name = row.name
        erase(row, at=self.at)
        self.leave(name)

    @precondition(lambda self: self.seated or self.waiting)
    @rule(data=st.data())
    def colleague_takes_over(self, data):
        row = self.row(data)
        (name,) = self.new_names(1)
        replace(row, somebody(name), actor=ORGANISER, at=self.at)
        names = self.seated if row.name in self.seated else self.waiting
        names[names.index(row.name)] = name

    @precondition(lambda self: self.seated or self.waiting)
    @rule(data=st.data())
    def unconfirmed_registration_lapses(self, data):
        row = self.row(data)
        if row.confirm_by and lapse(row, at=max(self.at, row.confirm_by)):
            self.at = max(self.at, row.confirm_by)
            self.leave(row.name)

    def hold(self) -> Registration | None:
        """A held seat, or None when there is none to have or it is too late."""
        form, cut_off = uuid4(), self.event.starts_at - timedelta(hours=48)
        free = not self.waiting and len(self.seated) < self.event.capacity
        actor, organisation = actors.coordinator(self.coordinator.user), self.coordinator.organisation
        try:
            reserve(self.event, 1, organisation=organisation, actor=actor, submission_id=form, at=self.at)
        except (DoNotAllFit, RegistrationClosed):
            assert not free or self.at >= cut_off - timedelta(hours=1)
            return None
        assert free
        return Registration.objects.get(submission=form)

    @rule()
    def held_place_gets_a_name(self):
        if row := self.hold():
            (name,) = self.new_names(1)
            name_seat(row, somebody(name), actor=actors.coordinator(self.coordinator.user), at=self.at)
            self.seated.append(name)

    @rule()
    def held_place_comes_back(self):
        if row := self.hold():
            self.seated.append("")
            self.one_person_registers()
            assert lapse(row, at=row.named_by)
            self.at = max(self.at, row.named_by)
            self.leave("")

    @rule(capacity=st.integers(1, 6))
    def places_change(self, capacity):
        over = change_capacity(self.event, capacity, actor=ORGANISER, at=self.at)
        self.event.capacity = capacity
        self.promote()
        assert over == max(0, len(self.seated) - capacity)

    @precondition(lambda self: self.waiting)
    @rule(data=st.data())
    def organiser_gives_a_place(self, data):
        name = data.draw(st.sampled_from(self.waiting))
        row = Registration.objects.get(event=self.event, name=name, status="waiting")
        give_place_by_hand(row, reason="Reden", actor=ORGANISER, at=self.at)
        self.waiting.remove(name)
        self.seated.append(name)

    @precondition(lambda self: len(self.waiting) > 1)
    @rule(data=st.data())
    def organiser_changes_the_line(self, data):
        name = data.draw(st.sampled_from(self.waiting))
        position = data.draw(st.integers(1, len(self.waiting)))
        row = Registration.objects.get(event=self.event, name=name, status="waiting")
        place_in_line(row, position, reason="Reden", actor=ORGANISER, at=self.at)
        self.waiting.remove(name)
        self.waiting.insert(position - 1, name)

    @rule(hours=st.integers(1, 100))
    def time_passes(self, hours):
        """Up to the start at most; what falls due in between is done by the jobs."""
        self.at = min(self.at + timedelta(hours=hours), self.event.starts_at - timedelta(hours=1))
        settle(self.event, at=self.at)

    @rule(days=st.integers(1, 5))
    def training_moves(self, days):
        self.event.starts_at += timedelta(days=days)
        self.event.ends_at += timedelta(days=days)
        self.event.change_reason = "Verzet"
        self.event.save()
        settle(self.event, at=self.at)
        self.promote()

    @precondition(lambda self: self.seated)
    @rule()
    def waiting_list_is_off(self):
        """A full training without a waiting list refuses, and stores nothing."""
        if self.waiting or len(self.seated) < self.event.capacity:
            return
        self.event.has_waiting_list = False
        self.event.save()
        before = Registration.objects.count()
        try:
            with pytest.raises((NoSeatsLeft, RegistrationClosed)):
                join(self.event, "Te laat", at=self.at)
        finally:
            self.event.has_waiting_list = True
            self.event.save()
        assert Registration.objects.count() == before

    # --- What must hold ---------------------------------------------------------------------------------

    @invariant()
    def everybody_is_where_they_belong(self):
        found = line(self.event)
        assert sorted(found["confirmed"]) == sorted(self.seated)
        assert found["waiting"] == self.waiting

    @invariant()
    def nothing_is_wrong(self):
        assert breaches(self.at) == []


@pytest.mark.django_db
def test_no_order_of_events_breaks_a_rule():
    run_state_machine_as_test(
        Registrations,
        settings=settings(
            max_examples=10,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
