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
from resources.models.stories import StoryPage

__all__ = [
    "AnimationIndexPage",
    "AnimationPage",
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
    "SearchCounter",
    "SearchDocument",
    "SearchFacet",
    "SearchTerm",
    "SearchWord",
    "StoryPage",
]
