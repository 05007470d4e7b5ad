"""What programs have where it was asked for: the rate of each update, and clipping."""

from app.nn.optimizers import OPTIMIZERS
from app.nn.pacing import EPSILON
from app.nn.schedules import SCHEDULES
from app.taken_out.common import Case
from app.taken_out.program import Section, block


def rate_of_step(case: Case) -> list[Section]:
    """`rate_of`, which a program needs where each update has a rate of its own."""
    if not case.scheduled:
        return []
    schedule, warm_up = SCHEDULES[case.checkpoint.experiment.schedule], case.checkpoint.experiment.warm_up
    warming = """\
    if step < WARM_UP:
        return LEARNING_RATE * ((step + 1) / (WARM_UP + 1))
    step -= WARM_UP
"""
    code = f'''\
def rate_of(step):
    """The learning rate of the update after so many others."""
{warming if warm_up else ""}\
{block(schedule.code)}
    return LEARNING_RATE * share
'''
    words = f"It {schedule.title}" + (" after it has warmed up." if warm_up else ".")
    return [Section("The learning rate", words, code)]


def clipping(case: Case) -> str:
    """`clipped` in NumPy; empty where nothing is."""
    if not case.clips:
        return ""
    return f'''

def clipped(gradient):
    """The gradient, shortened where it is longer than LARGEST_NORM; it comes times FACTOR."""
    norm = math.sqrt(gradient.dot(gradient)) / FACTOR
    return gradient * min(1.0, LARGEST_NORM / (norm + {EPSILON!r}))
'''


def numpy_update(case: Case) -> str:
    """The lines of one update in NumPy."""
    code = OPTIMIZERS[case.checkpoint.experiment.optimizer].code
    update = code.numpy
    if case.scheduled:
        changed = code.scheduled or update.replace("LEARNING_RATE", "learning_rate")
        update = f"learning_rate = rate_of(step)\n{changed}"
    return f"gradient = clipped(gradient)\n{update}" if case.clips else update


def torch_before_update(case: Case) -> str:
    """Lines in PyTorch that shorten a gradient, and set the rate of this update."""
    clips = "    nn.utils.clip_grad_norm_(parameters, LARGEST_NORM)\n"
    rate = '    for group in optimizer.param_groups:\n        group["lr"] = rate_of(step)\n'
    return (clips if case.clips else "") + (rate if case.scheduled else "")
