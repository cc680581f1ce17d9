"""Queries that no visitor types: bits of query languages, odd letters, endless words. Always the same."""

import random
from collections.abc import Iterator

BITS = (
    *(
        '"',
        "'",
        "-",
        "--",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "*",
        "?",
        "~",
        "^",
        ":",
        "\\",
        "/",
        "|",
        "&",
        "!",
        "%",
    ),
    *("AND", "OR", "NOT", "NEAR(", "title:", "rowid", "<->", "&&", "||", "*:*", "_all", "$where", "1=1;--"),
    *(
        "DROP TABLE",
        "{{7*7}}",
        "${jndi}",
        "<script>",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\x1f",
        "😀",
        "ﬁ",
        "İ",
        "ß",
    ),
    *(
        "a\u0301" * 40,
        "x" * 90,
        "é" * 30,
        "ĳ",
        "٣",
        "½",
        "zorg-" * 20,
        "t'" * 20,
        "9" * 40,
        "-stage",
        '-"een',
    ),
    *(
        "stage",
        "werkbegelijder",
        "uitwisselingsstages",
        "de",
        "van wie",
        "mbo-zin",
        "’t",
        "e-health",
        "bbl'er",
    ),
)


def queries(number: int) -> Iterator[str]:
    """``number`` queries of one to twenty bits, with and without spaces between, or of letters by chance."""
    chance = random.Random(7)
    for _ in range(number):
        if chance.random() < 0.2:
            letters = (
                chr(chance.choice((chance.randrange(1, 0xD800), chance.randrange(32, 127))))
                for _ in range(60)
            )
            yield "".join(letters)
            continue
        bits = chance.choices(BITS, k=chance.randint(1, 20))
        yield chance.choice(("", " ", " ")).join(bits)
