"""Measures the first load of the pages over a slow line."""
