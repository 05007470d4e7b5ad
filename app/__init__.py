"""Chainrule: a web page that shows how a neural network learns.

BLAS gets one thread, unless the environment says otherwise: products of this size only lose by sharing, sums
keep one order (so training repeats bit for bit), and the other cores stay free for other sessions. It has to
be set before NumPy is imported.
"""

import os

for _variable in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_variable, "1")
