"""What an organiser does in /cms/ with the registrations of a training; every change goes through a rule."""
