"""Text reuse: which passages documents share, how common they are, which way they travelled.

Pure: documents in, tables out. The stages, in order: ``tokens`` (words with their places) →
``join`` (n-grams that documents share) → ``runs`` (seeds on one diagonal) → ``chains``
(candidates) → ``align`` (exact ends) → ``passages`` → ``clusters``, ``boilerplate``,
``direction``. ``definition`` says the same in a few slow lines; tests hold the two equal.
"""
