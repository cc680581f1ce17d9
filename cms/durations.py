"""How long something takes, for people."""


def minutes_and_seconds(seconds: float) -> str:
    """``1:05`` for 64.8 seconds."""
    return "{}:{:02}".format(*divmod(round(seconds), 60))
