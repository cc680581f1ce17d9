"""Who gets a seat: the rules of README, "Aanmelden", each in one place and each in one short transaction.

Every rule takes the lock of its training first (`book`), reads what is true under the lock, and writes what
changes together with the log entry and the outgoing mail. Views, commands and jobs call a rule and never
write a registration themselves.
"""
