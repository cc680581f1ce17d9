from resources.models.animations import AnimationIndexPage, AnimationPage
from resources.models.good_practices import GoodPracticeIndexPage, GoodPracticePage
from resources.models.guides import (
    EarlierEdition,
    GuideIndexPage,
    GuidePage,
    MadeDocument,
    ReleaseSubscription,
)
from resources.models.interviews import Interviewee, InterviewIndexPage, InterviewPage
from resources.models.news import NewsIndexPage, NewsPage
from resources.models.search import SearchCounter, SearchDocument, SearchFacet, SearchTerm, SearchWord
from resources.models.search_alerts import SearchAlert
from resources.models.search_days import SearchDay
from resources.models.search_editing import CompoundPart, StemException, SynonymGroup
from resources.models.stories import StoryPage

__all__ = [
    "AnimationIndexPage",
    "AnimationPage",
    "CompoundPart",
    "EarlierEdition",
    "GoodPracticeIndexPage",
    "GoodPracticePage",
    "GuideIndexPage",
    "GuidePage",
    "InterviewIndexPage",
    "InterviewPage",
    "Interviewee",
    "MadeDocument",
    "NewsIndexPage",
    "NewsPage",
    "ReleaseSubscription",
    "SearchAlert",
    "SearchCounter",
    "SearchDay",
    "SearchDocument",
    "SearchFacet",
    "SearchTerm",
    "SearchWord",
    "StemException",
    "StoryPage",
    "SynonymGroup",
]
