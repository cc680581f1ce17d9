"""What somebody gets of the own attendance, and what is left of it."""
