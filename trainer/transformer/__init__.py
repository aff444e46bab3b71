"""Small transformers in numpy: words as pieces, the layers they go through, and what networks trained here say."""
