from django.db import models
from django.utils.translation import gettext_lazy as _


class GuideKind(models.TextChoices):
    GUIDE = "guide", _("guide")
    PLAYBOOK = "playbook", _("playbook")
    INFORMATION = "information", _("information material")
    PROGRAMME = "programme", _("programme")


# The listing's address takes Dutch words: /handreikingen/?soort=draaiboek
GUIDE_KIND_BY_WORD = {
    "handreiking": GuideKind.GUIDE,
    "draaiboek": GuideKind.PLAYBOOK,
    "voorlichting": GuideKind.INFORMATION,
    "programma": GuideKind.PROGRAMME,
}


class Licence(models.TextChoices):
    BY = "cc-by-4.0", _("free to use with the source named (CC BY 4.0)")
    BY_SA = "cc-by-sa-4.0", _("free to use and adapt under the same licence (CC BY-SA 4.0)")
    OWN = "own", _("for own use, not to publish elsewhere")


class SynonymDirection(models.TextChoices):
    BOTH = "both", _("each finds all the others")
    ONE_WAY = "one", _("the first finds the others")
