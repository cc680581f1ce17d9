"""Who was at a training, and what follows from it: the list, certificates and the evaluation.

Rules as in `network.registration`: each takes the lock of its training first, and views and jobs call a rule.
"""
