from network.forms.after import AttendForm, CertificateCodeForm, EvaluationForm
from network.forms.colleague import ColleagueDataForm, ColleagueForm
from network.forms.colleagues import ColleaguesForm
from network.forms.interest import InterestForm, PlanForm
from network.forms.lost_links import LostLinkForm
from network.forms.own_organisation import OwnOrganisationForm
from network.forms.own_registration import OwnDataForm
from network.forms.people_lists import PeopleListForm
from network.forms.registering import RegistrationForm
from network.forms.reserving import ReserveForm
from network.forms.trainings import TrainingEventForm

__all__ = [
    "AttendForm",
    "CertificateCodeForm",
    "ColleagueDataForm",
    "ColleagueForm",
    "ColleaguesForm",
    "EvaluationForm",
    "InterestForm",
    "LostLinkForm",
    "OwnDataForm",
    "OwnOrganisationForm",
    "PeopleListForm",
    "PlanForm",
    "RegistrationForm",
    "ReserveForm",
    "TrainingEventForm",
]
