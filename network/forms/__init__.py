from network.forms.after import AttendForm, CertificateCodeForm, EvaluationForm
from network.forms.interest import InterestForm, PlanForm
from network.forms.lost_links import LostLinkForm
from network.forms.own_registration import OwnDataForm
from network.forms.registering import RegistrationForm
from network.forms.trainings import TrainingEventForm

__all__ = [
    "AttendForm",
    "CertificateCodeForm",
    "EvaluationForm",
    "InterestForm",
    "LostLinkForm",
    "OwnDataForm",
    "PlanForm",
    "RegistrationForm",
    "TrainingEventForm",
]
