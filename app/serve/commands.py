"""What each command does to a session, and which events follow it."""

from typing import TypeAlias

from app.serve.life import Life
from app.serve.reasons import reason
from app.serve.run import Run
from app.serve.session import Session
from app.serve.steps import Step
from app.training.trace import trace
from app.training.trainer import Trainer
from app.wire import commands as wire
from app.wire.points import points_from_wire

PointEdit: TypeAlias = (
    wire.AddPoints | wire.MovePoints | wire.RemovePoints | wire.SetTargets | wire.ReplacePoints
)
"""Edits that the browser has drawn already: it needs no new state, only the progress that goes with them."""


def carry_out(session: Session, command: wire.Command) -> None:
    """Do it and report what follows, but for the `ack`. Raises `RefusedError` where nothing was done.

    A step goes on for as long as it takes, and then reports its `ack` itself. What comes meanwhile is done
    between two of its updates; only what pauses, trains or begins anew ends it.
    """
    run, watch = session.run, session.watch
    match command:
        case wire.Train():
            run.trainer.check_ready()
            run.end_steps()
            run.live(Life.TRAINING)
            run.tell_status()
        case wire.Pause():
            run.end_steps()
            _pause(run)
            run.tell_standing()
        case wire.Step():
            run.trainer.check_ready()
            if run.life is Life.TRAINING:
                _pause(run)
            run.step(Step(command.id, command.updates))
        case wire.SetSpeed():
            run.set_speed(command.updates_per_second)
            run.tell_status()
        case wire.SetParameter():
            run.trainer.set_parameter(command.layer, command.neuron, command.source, command.value)
            run.changed(revised=False)
            run.tell_standing()
        case wire.Trace():
            _check_finite(run.trainer)
            session.report.trace(run.revision, trace(run.trainer.checkpoint(), command.point))
        case wire.Inspect(parameter=None):
            watch.end()
        case wire.Inspect(parameter=wire.Parameter() as parameter):
            _check_finite(run.trainer)
            place = (parameter.layer, parameter.neuron, parameter.source)
            watch.begin(run.trainer, run.revision, place, command.point)
        case (
            wire.AddPoints()
            | wire.MovePoints()
            | wire.RemovePoints()
            | wire.SetTargets()
            | wire.ReplacePoints()
        ):
            _edit(run.trainer, command)
            run.changed()
            run.tell_checkpoint()
            if not run.running:
                run.tell_frame()
            watch.changed(run.trainer, run.revision)
        case _:
            _change(session, command)
            run.changed()
            run.tell_state(reason(command))
            run.tell_kept_frame()
            watch.changed(run.trainer, run.revision)


def _check_finite(trainer: Trainer) -> None:
    """Raise `DivergedError` where training broke: the last finite parameters are not what is shown."""
    if trainer.diverged is not None:
        trainer.check_ready()


def _pause(run: Run) -> None:
    if run.running:
        run.live(Life.PAUSED)
    run.tell_status()


def _edit(trainer: Trainer, edit: PointEdit) -> None:
    match edit:
        case wire.AddPoints():
            trainer.add_points(points_from_wire(edit.points))
        case wire.MovePoints(points=places):
            trainer.move_points(
                [place.id for place in places], [place.x1 for place in places], [place.x2 for place in places]
            )
        case wire.RemovePoints():
            trainer.remove_points(edit.ids)
        case wire.SetTargets():
            trainer.set_targets(edit.ids, edit.target)
        case wire.ReplacePoints():
            trainer.replace_points(points_from_wire(edit.points))


def _change(session: Session, command: wire.Command) -> None:
    """What needs a whole new state."""
    run, trainer = session.run, session.run.trainer
    match command:
        case wire.Load():
            loaded = Trainer(command.restored, session.limits)
            run.go_on_from(loaded, Life.TRAINING if command.training else Life.PAUSED)
        case wire.Reset():
            run.end_steps()
            trainer.reset(command.seed)
        case wire.Generate():
            trainer.generate(command.dataset, command.count, command.noise, command.test_share, command.seed)
        case wire.Split():
            trainer.split(command.test_share, command.seed)
        case wire.Configure():
            trainer.configure(command.changes)
        case wire.AddLayer():
            trainer.add_layer(command.layer, command.neurons)
        case wire.RemoveLayer():
            trainer.remove_layer(command.layer)
        case wire.AddNeuron():
            trainer.add_neuron(command.layer)
        case wire.RemoveNeuron():
            trainer.remove_neuron(command.layer, command.neuron)
        case _:
            raise NotImplementedError(type(command).__name__)
