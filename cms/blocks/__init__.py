from cms.blocks.choosers import (
    DocumentChooser,
    ImageChooser,
    MediaChooser,
    PageChooser,
    ReferenceBlockMixin,
    SnippetChooser,
)
from cms.blocks.media import DocumentBlock, EmbedBlock, ImageBlock, VideoBlock
from cms.blocks.previews import PreviewsWithRecords
from cms.blocks.structure import (
    CallToActionBlock,
    QuestionsBlock,
    RelatedPagesBlock,
    StepsBlock,
    TableBlock,
)
from cms.blocks.text import HeadingBlock, TextBlock

__all__ = [
    "CallToActionBlock",
    "DocumentBlock",
    "DocumentChooser",
    "EmbedBlock",
    "HeadingBlock",
    "ImageBlock",
    "ImageChooser",
    "MediaChooser",
    "PageChooser",
    "PreviewsWithRecords",
    "QuestionsBlock",
    "ReferenceBlockMixin",
    "RelatedPagesBlock",
    "SnippetChooser",
    "StepsBlock",
    "TableBlock",
    "TextBlock",
    "VideoBlock",
]
