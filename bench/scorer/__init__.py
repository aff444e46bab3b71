"""How many of a brief's facts its cards ask: gold lists, right answers, scores, floors and the results page."""
