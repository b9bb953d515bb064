"""The language room: which language, which pipeline, and what its words mean.

``detect`` tells an article's language, ``pipelines.parse`` makes its spaCy Doc, ``encoder.vectors`` turns
texts into vectors that can be compared across languages. Nothing here downloads anything.
"""
