"""One browser's session: what it trains, what it looks at, and what it is told. Commands act on these."""

from app.data.points import Points
from app.serve.accounts import AddressAccount, SessionAccount
from app.serve.life import Life
from app.serve.outbox import Outbox
from app.serve.recall import Recall
from app.serve.report import Reporter
from app.serve.run import Run
from app.serve.scheduler import Scheduler
from app.serve.watch import Watch
from app.training.checkpoint import initial
from app.training.experiment import Experiment
from app.training.trainer import Trainer
from app.wire.limits import WireLimits


class Session:
    """Puts a session together. Who holds a part knows those below it and none above.

    So nothing holds itself, and whoever lets go of a session has its memory back at once.
    """

    def __init__(
        self,
        limits: WireLimits,
        scheduler: Scheduler,
        outbox: Outbox,
        account: SessionAccount | None = None,
    ) -> None:
        self.limits = limits
        self.work_clock = scheduler.work_clock
        self.report = Reporter(outbox, scheduler.tally)
        self.watch = Watch(self.report)
        trainer = Trainer(initial(_default_experiment(limits), Points()), limits)
        self.account = account or SessionAccount(AddressAccount(""))
        self.run = Run(trainer, scheduler, self.report, self.watch, self.account)
        self.recall = Recall(scheduler, self.report, self.account)

    def welcome(self) -> None:
        """Tell the browser what there is."""
        self.report.welcome(self.limits, self.run.trainer.checkpoint())

    def end(self) -> None:
        """Compute nothing any more."""
        self.run.live(Life.ENDED)
        self.recall.end()

    def part(self) -> None:
        """End, and tell how far training came: the browser goes on from there on another server."""
        trained = self.run.running
        self.end()
        if trained:
            self.run.tell_checkpoint()

    def ack(self, command_id: int) -> None:
        """Say that a command was carried out."""
        self.report.ack(command_id, self.run.revision, self.run.trainer.step)


def _default_experiment(limits: WireLimits) -> Experiment:
    """The protocol's default, made smaller where the limits are."""
    hidden = Experiment().hidden[: limits.max_hidden_layers]
    return Experiment(hidden=tuple(min(neurons, limits.max_neurons) for neurons in hidden))
