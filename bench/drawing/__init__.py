"""What the page costs the browser: script while it trains, the way of a click, and the first load."""
