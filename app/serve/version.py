"""The version that pages and the health check name."""

from importlib import metadata

try:
    VERSION = metadata.version("chainrule")
except metadata.PackageNotFoundError:  # a checkout that was not installed
    VERSION = "0"
