"""What the browser of someone who knows the page remembers: no sample, no key, and all settings."""

BEEN_HERE = """(() => {
  try {
    for (const [key, value] of [['been-here', 'yes'], ['settings', 'open'], ['how-to-read-it', 'hidden']]) {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
    }
  } catch {
    // storage is turned off
  }
})()"""
"""An expression that fills what is not there yet."""
