"""What each command does to a session, and which events follow it."""

from typing import TypeAlias

from app.serve.life import Life
from app.serve.reasons import reason
from app.serve.session import Session
from app.training.trace import trace
from app.training.trainer import Trainer
from app.wire import commands as wire
from app.wire.points import points_from_wire

PointEdit: TypeAlias = (
    wire.AddPoints | wire.MovePoints | wire.RemovePoints | wire.SetTargets | wire.ReplacePoints
)
"""Edits that the browser has drawn already: it needs no new state, only the progress that goes with them."""


async def carry_out(session: Session, command: wire.Command) -> None:
    """Do it and report what follows, but for the `ack`. Raises `RefusedError` where nothing was done."""
    match command:
        case wire.Train():
            session.trainer.check_ready()
            session.live(Life.TRAINING)
            session.report.status()
        case wire.Pause():
            _pause(session)
            _report_standing(session)
        case wire.Step():
            session.trainer.check_ready()
            if session.running:
                _pause(session)
            await session.step(command.updates or session.trainer.updates_to_epoch_end)
            _report_standing(session)
        case wire.SetSpeed():
            session.set_speed(command.updates_per_second)
            session.report.status()
        case wire.SetParameter():
            session.trainer.set_parameter(command.layer, command.neuron, command.source, command.value)
            session.changed(revised=False)
            _report_standing(session)
        case wire.Trace():
            _check_finite(session)
            session.report.trace(trace(session.trainer.checkpoint(), command.point))
        case wire.Inspect(parameter=None):
            session.watch.end()
        case wire.Inspect(parameter=wire.Parameter() as parameter):
            _check_finite(session)
            session.watch.begin((parameter.layer, parameter.neuron, parameter.source), command.point)
        case (
            wire.AddPoints()
            | wire.MovePoints()
            | wire.RemovePoints()
            | wire.SetTargets()
            | wire.ReplacePoints()
        ):
            _edit(session.trainer, command)
            session.changed()
            session.report.checkpoint()
            if not session.running:
                session.report.frame()
            session.watch.changed()
        case _:
            _change(session, command)
            session.changed()
            session.report.state(reason(command))
            session.report.kept_frame()
            session.watch.changed()


def _check_finite(session: Session) -> None:
    """Raise `DivergedError` where training broke: the last finite parameters are not what is shown."""
    if session.trainer.diverged is not None:
        session.trainer.check_ready()


def _pause(session: Session) -> None:
    if session.running:
        session.live(Life.PAUSED)
    session.report.status()


def _report_standing(session: Session) -> None:
    session.report.kept_frame()
    session.report.checkpoint()
    session.watch.changed()


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
    trainer = session.trainer
    match command:
        case wire.Load():
            session.load(command.restored, training=command.training)
        case wire.Reset():
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
