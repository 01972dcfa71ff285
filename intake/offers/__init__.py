"""Asking a clinician whether they could see somebody, without saying who it is."""
