"""What each command does to a session and which events follow it: a row each."""

from collections.abc import Mapping
from typing import Any, assert_never

from app.data.datasets import DATASETS
from app.serve.life import Life
from app.serve.rows import CHECKPOINT, FRAME, MOMENT, STATUS, Row, Telling, change, edit
from app.serve.run import Run
from app.serve.session import Session
from app.serve.steps import Step
from app.taken_out.formats import taken_out
from app.training.inspection import inspect
from app.training.trace import trace
from app.training.trainer import Trainer
from app.wire import commands as wire
from app.wire import questions
from app.wire.options import title_of
from app.wire.points import points_from_wire


def carry_out(session: Session, command: wire.Command) -> None:
    """Do it, and report what follows and the `ack`. Raises `RefusedError` where nothing was done.

    What comes while a step is made is done between two of its updates; only what pauses, trains or begins
    anew ends it.
    """
    row = row_of(command)
    row.does(session)
    if row.later:
        return
    for telling in row.follows:
        telling.tell(session)
    if row.looks:
        session.watch.changed(session.run.trainer, session.run.revision)
    session.ack(command.id)


def row_of(command: wire.Command) -> Row:
    """The command's row; its fields are read when the row is used, not before."""
    match command:
        case wire.Train():
            return Row(lambda session: _train(session.run), (STATUS,), "starts", looks=False)
        case wire.Pause():
            return Row(lambda session: _pause(session.run), (STATUS, FRAME, CHECKPOINT), "stops")
        case wire.Step():
            return Row(
                lambda session: _step(session.run, Step(command.id, command.updates)),
                (FRAME, CHECKPOINT),
                "stops",
                later=True,
            )
        case wire.SetSpeed():
            return Row(
                lambda session: session.run.set_speed(command.updates_per_second), (STATUS,), looks=False
            )
        case wire.Reset():
            return change(
                lambda session: _reset(session.run, command.seed),
                lambda: "reset" if command.seed is None else f"reset with seed {command.seed}",
            )
        case wire.AddPoints():
            return edit(lambda trainer: trainer.add_points(points_from_wire(command.points)))
        case wire.MovePoints():
            return edit(
                lambda trainer: trainer.move_points(
                    [place.id for place in command.points],
                    [place.x1 for place in command.points],
                    [place.x2 for place in command.points],
                    [place.more for place in command.points],
                )
            )
        case wire.RemovePoints():
            return edit(lambda trainer: trainer.remove_points(command.ids))
        case wire.SetTargets():
            return edit(lambda trainer: trainer.set_targets(command.ids, command.target))
        case wire.ReplacePoints():
            return edit(lambda trainer: trainer.replace_points(points_from_wire(command.points)))
        case wire.Generate():
            return change(
                lambda session: session.run.trainer.generate(
                    command.dataset,
                    command.count,
                    command.noise,
                    command.test_share,
                    command.seed,
                    command.fresh,
                ),
                lambda: DATASETS[command.dataset].title,
            )
        case wire.Split():
            return change(
                lambda session: session.run.trainer.split(command.test_share, command.seed),
                lambda: "test points chosen anew",
            )
        case wire.Configure():
            return change(
                lambda session: session.run.trainer.configure(command.changes),
                lambda: _configuration(command.changes),
            )
        case wire.AddLayer():
            return change(
                lambda session: session.run.trainer.add_layer(command.layer, command.neurons),
                lambda: f"layer {command.layer} added",
            )
        case wire.RemoveLayer():
            return change(
                lambda session: session.run.trainer.remove_layer(command.layer),
                lambda: f"layer {command.layer} removed",
            )
        case wire.AddNeuron():
            return change(
                lambda session: session.run.trainer.add_neuron(command.layer),
                lambda: f"neuron added to layer {command.layer}",
            )
        case wire.RemoveNeuron():
            return change(
                lambda session: session.run.trainer.remove_neuron(command.layer, command.neuron),
                lambda: f"neuron {command.neuron + 1} removed from layer {command.layer}",
            )
        case wire.SetParameter():
            return Row(lambda session: _set_parameter(session.run, command), (FRAME, CHECKPOINT), "change")
        case wire.Load():
            return change(
                lambda session: session.run.go_on_from(
                    Trainer(command.restored, session.limits),
                    Life.TRAINING if command.training else Life.PAUSED,
                ),
                lambda: "checkpoint loaded",
            )
        case questions.Trace():
            told = Telling("trace", lambda session: _tell_trace(session, command))
            return Row(lambda session: _check_standing(session, command), (told,), looks=False)
        case questions.Inspect():
            told = Telling("inspection", lambda session: _inspect(session, command))
            return Row(lambda session: None, (told,), looks=False)
        case questions.TakeOut():
            told = Telling("taken_out", lambda session: _take_out(session, command))
            return Row(lambda session: None, (told,), looks=False)
        case questions.Moment():
            return Row(lambda session: _recall(session, command), (MOMENT,), looks=False, later=True)
        case _:
            assert_never(command)


def _train(run: Run) -> None:
    run.trainer.check_ready()
    run.end_steps()
    run.live(Life.TRAINING)


def _pause(run: Run) -> None:
    run.end_steps()
    if run.running:
        run.live(Life.PAUSED)


def _step(run: Run, step: Step) -> None:
    run.trainer.check_ready()
    if run.life is Life.TRAINING:
        run.live(Life.PAUSED)
        run.tell_status()
    run.step(step)


def _reset(run: Run, seed: int | None) -> None:
    run.end_steps()
    run.trainer.reset(seed)


def _set_parameter(run: Run, command: wire.SetParameter) -> None:
    run.trainer.set_parameter(command.layer, command.neuron, command.source, command.value)
    run.changed(revised=False)


def _check_standing(session: Session, command: questions.Trace) -> None:
    if command.checkpoint is None:
        _check_finite(session.run.trainer)


def _tell_trace(session: Session, command: questions.Trace) -> None:
    checkpoint = session.run.trainer.checkpoint() if command.checkpoint is None else command.restored
    session.report.trace(session.run.revision, trace(checkpoint, command.point))


def _recall(session: Session, command: questions.Moment) -> None:
    run, trainer = session.run, Trainer(command.restored, session.limits)
    if command.updates:
        trainer.check_ready()
    session.recall.begin(command.id, trainer, command.updates, run.revision, run.trainer.step)


def _inspect(session: Session, command: questions.Inspect) -> None:
    parameter, run = command.parameter, session.run
    if parameter is None:
        session.watch.end()
        return
    if command.checkpoint is not None:
        session.watch.end()
        place = (parameter.layer, parameter.neuron, parameter.source)
        session.report.inspection(run.revision, inspect(command.restored, place, command.point), place)
        return
    _check_finite(run.trainer)
    place = (parameter.layer, parameter.neuron, parameter.source)
    session.watch.begin(run.trainer, run.revision, place, command.point)


def _take_out(session: Session, command: questions.TakeOut) -> None:
    run = session.run
    content = taken_out(
        run.trainer.checkpoint(),
        command.format,
        from_start=command.from_start,
        names=None if command.names is None else command.names.restored,
    )
    session.report.taken_out(run.revision, run.trainer.step, command.format, content)


def _check_finite(trainer: Trainer) -> None:
    """Raise `DivergedError` where training broke: the last finite parameters are not what is shown."""
    if trainer.diverged is not None:
        trainer.check_ready()


def _configuration(changes: Mapping[str, Any]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {_value(name, value)}" for name, value in changes.items())


def _value(name: str, value: Any) -> str:
    match value:
        case bool():
            return "on" if value else "off"
        case float():
            return f"{value:g}"
        case tuple():
            return " ".join(_value(name, part) for part in value) or "none"
        case _:
            return title_of(name, str(value))
