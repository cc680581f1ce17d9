import json
from itertools import pairwise

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

REVISIONS_LOOKED_AT = 50  # of one page, newest first; who wrote before that no longer counts

# What changes without anybody writing: bookkeeping, and the moment of publication.
NOT_WRITING = {
    "alias_of",
    "depth",
    "draft_title",
    "expire_at",
    "expired",
    "first_published_at",
    "go_live_at",
    "has_unpublished_changes",
    "last_published_at",
    "latest_revision",
    "latest_revision_created_at",
    "live",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
    "numchild",
    "owner",
    "path",
    "pk",
    "url_path",
    "wagtail_admin_comments",
}


def written(content: dict) -> str:
    """What somebody wrote in the content of a revision, as text that can be compared."""
    kept = {key: value for key, value in content.items() if key not in NOT_WRITING}
    return json.dumps(kept, sort_keys=True, cls=DjangoJSONEncoder)


def last_writer_pk(obj) -> int | None:
    """The key of the user who last changed what ``obj`` says; None when nobody is known.

    Looks at revisions: saving again without a change, or choosing when it is published, is not writing.
    """
    newest = list(
        obj.revisions.order_by("-created_at", "-pk").values_list("user_id", "content")[:REVISIONS_LOOKED_AT]
    )
    for (writer, content), (_before, older) in pairwise(newest):
        if written(content) != written(older):
            return writer
    return newest[-1][0] if newest else None


def needs_another_reader(obj, user, *, submitted_by: int | None = None) -> bool:
    """Whether somebody else than ``user`` has to agree with ``obj``: who wrote or submitted it may not.

    The setting SELF_APPROVAL_ALLOWED lets a network of one or two editors skip this.
    """
    if settings.SELF_APPROVAL_ALLOWED:
        return False
    return user.pk in (submitted_by, last_writer_pk(obj))


class SecondReaderTask(AbstractGroupApprovalTask):
    """Review by a member of the groups who did not write or submit the text (collegiale toets)."""

    class Meta:
        verbose_name = _("review by a second reader")
        verbose_name_plural = _("reviews by a second reader")

    @classmethod
    def get_description(cls):
        return _("A member of the chosen groups approves. Nobody approves what they wrote or submitted.")

    def get_actions(self, obj, user):
        actions = super().get_actions(obj, user)
        if any(name == "approve" for name, _label, _modal in actions) and self._is_own_work(obj, user):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def on_action(self, task_state, user, action_name, **kwargs):
        if action_name == "approve":
            obj = task_state.workflow_state.content_object
            if "approve" not in [action[0] for action in self.get_actions(obj, user)]:
                raise PermissionDenied
        return super().on_action(task_state, user, action_name, **kwargs)

    def _is_own_work(self, obj, user) -> bool:
        state = obj.current_workflow_state
        return needs_another_reader(obj, user, submitted_by=state.requested_by_id if state else None)
