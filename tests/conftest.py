"""What all tests share: Hypothesis draws the same examples in every run."""

from hypothesis import settings

settings.register_profile("chainrule", derandomize=True, deadline=None)
settings.load_profile("chainrule")
