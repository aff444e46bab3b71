"""Facts: what a brief states, each with its hedge, its source and its place in the sentence."""
