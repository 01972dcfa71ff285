"""Clinicians, what they treat, where they may practice and when they have room."""
