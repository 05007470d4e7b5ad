"""What the browser of someone who knows the page remembers: no sample, no key, all settings, quiet points."""

BEEN_HERE = """(() => {
  try {
    const kept = [
      ['been-here', 'yes'], ['settings', 'open'], ['how-to-read-it', 'hidden'],
      ['passes-of-fresh-points', 'off'],
    ];
    for (const [key, value] of kept) {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
    }
  } catch {
    // storage is turned off
  }
})()"""
"""An expression that fills what is not there yet: passes of new points would cost more than the page."""

PLAYS_PASSES = "localStorage.setItem('passes-of-fresh-points', 'on')"
"""That a new point plays its pass, as it does where nobody has turned that off."""
