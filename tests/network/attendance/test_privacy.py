"""What somebody gets of the own attendance, and what is left of it."""

from cms.privacy import export_person
