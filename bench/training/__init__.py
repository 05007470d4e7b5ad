"""Updates per second of the page's own step, beside libraries that do the same mathematics."""
