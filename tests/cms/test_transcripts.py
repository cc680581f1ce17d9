from cms.transcripts import transcript_parts


def test_transcript_tells_what_is_described_from_what_is_said():
    text = "[Een deur gaat open.]\r\n\r\nHoe doen ze het\r\nbij de buren?\n\n\n\n[Licht] valt naar buiten."

    assert transcript_parts(text) == [
        ("Een deur gaat open.", True),
        ("Hoe doen ze het bij de buren?", False),
        ("[Licht] valt naar buiten.", False),
    ]


def test_transcript_that_is_empty_has_no_parts():
    assert transcript_parts(" \n\n ") == []
