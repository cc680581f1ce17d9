"""Why a backup cannot be made or put back; nothing has been changed then."""


class BackupError(Exception):
    """The message is for the operator, in plain words."""
