"""A quiz and flashcard trainer for analysts."""

import os

__version__ = "0.1.0"

# One thread for numpy's products, unless the user says otherwise: the network's matrices are so small that more only
# spin. It has to be said before numpy is loaded, by whatever part of the trainer.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
