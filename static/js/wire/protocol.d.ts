// Generated from app/wire by `make generate`: edit that.
// What crosses the socket; docs/protocol.md says what it means.

/** What a session may have and a page may send, by this server. */
export interface Limits {
  /** points in one session */
  max_points: number;
  /** hidden layers of a network */
  max_hidden_layers: number;
  /** neurons of a hidden layer */
  max_neurons: number;
  /** size of one message from a browser */
  max_message_bytes: number;
  /** pages that are connected at the same time */
  max_sessions: number;
  /** commands from one page, with bursts of twice as many */
  max_commands_per_second: number;
}

/** What people read of a choice. */
export interface ChoiceOption {
  /** its name for people */
  title: string;
  /** a few words on what it does */
  words: string;
}

/** A task. */
export interface TaskOption {
  /** its name for people */
  title: string;
  /** a few words on what it does */
  words: string;
  /** the outputs that answer it, the usual one first */
  outputs: string[];
}

/** An output. */
export interface OutputOption {
  /** its name for people */
  title: string;
  /** a few words on what it does */
  words: string;
  /** the costs that it goes with, the usual one first */
  costs: string[];
}

/** An optimizer. */
export interface OptimizerOption {
  /** its name for people */
  title: string;
  /** a few words on what it does */
  words: string;
  /** what its rule reads besides the learning rate */
  settings: ('momentum' | 'decay')[];
  /** the vectors like θ in its state */
  vectors: string[];
  /** the vectors of length 1 in its state, which count updates */
  counts: string[];
}

/** A way for the learning rate to go. */
export interface ScheduleOption {
  /** its name for people */
  title: string;
  /** a few words on what it does */
  words: string;
  /** what a sentence says behind the rate; empty where it stays */
  phrase: string;
  /** what it reads besides `warm_up` */
  settings: ('schedule_steps' | 'schedule_factor' | 'least_share')[];
}

export type Task = 'classification' | 'regression';

export type FeatureName =
  | 'x1'
  | 'x2'
  | 'x1^2'
  | 'x2^2'
  | 'x1*x2'
  | 'sin x1'
  | 'sin x2'
  | 'x3'
  | 'x4'
  | 'x5'
  | 'x6'
  | 'x7';

export type ActivationName =
  | 'tanh'
  | 'sigmoid'
  | 'relu'
  | 'leaky_relu'
  | 'elu'
  | 'gelu'
  | 'softplus'
  | 'sine'
  | 'linear';

export type OptimizerName = 'gradient_descent' | 'momentum' | 'nesterov' | 'adagrad' | 'rmsprop' | 'adam';

/** Settings of an experiment that can learn a data set. */
export interface SuitedSettings {
  /** the inputs */
  features: FeatureName[];
  /** sizes of the hidden layers */
  hidden: number[];
  /** the activation of the hidden neurons */
  activation: ActivationName;
  /** the optimizer */
  optimizer: OptimizerName;
  /** the learning rate */
  learning_rate: number;
  /** the size of a batch */
  batch_size: number;
}

/** A data set that `generate` can draw. */
export interface DatasetOption {
  /** its name in `generate` */
  name: string;
  /** its name for people */
  title: string;
  /** the task that it needs; null leaves the task as it is */
  task: Task | null;
  /** the classes that it needs; null leaves their number as it is */
  classes: number | null;
  /** settings that can learn it; null where the usual ones can */
  suited: SuitedSettings | null;
  /** whether it is these points alone, whatever count, noise and test share are asked for */
  is_table: boolean;
  /** about 60 points [x1, x2, target], drawn by the generator that `generate` uses; none for a blank */
  preview: number[][];
}

/** What each choice can be, by its name in an experiment and in the order of the menus. */
export interface Options {
  /** the inputs */
  features: Record<string, ChoiceOption>;
  /** the tasks */
  task: Record<string, TaskOption>;
  /** the activations of hidden neurons */
  activation: Record<string, ChoiceOption>;
  /** the outputs */
  output: Record<string, OutputOption>;
  /** the costs */
  cost: Record<string, ChoiceOption>;
  /** the optimizers */
  optimizer: Record<string, OptimizerOption>;
  /** the kinds of first weights */
  initializer: Record<string, ChoiceOption>;
  /** how the learning rate goes */
  schedule: Record<string, ScheduleOption>;
  /** the data sets */
  datasets: DatasetOption[];
}

export type OutputName = 'softmax' | 'sigmoid' | 'tanh' | 'linear' | 'one_sigmoid' | 'one_tanh';

export type CostName = 'cross_entropy' | 'squared_error' | 'huber';

export type InitializerName = 'glorot' | 'he' | 'lecun' | 'uniform' | 'zeros';

export type ScheduleName = 'constant' | 'steps' | 'exponential' | 'cosine' | 'restarts';

/** An experiment: everything that decides how training goes, apart from the points. */
export interface Experiment {
  features: FeatureName[];
  /** sizes of layers 2..n-1, each 1..`max_neurons` */
  hidden: number[];
  task: Task;
  /** regression has one output neuron whatever it says */
  classes: number;
  activation: ActivationName;
  output: OutputName;
  cost: CostName;
  optimizer: OptimizerName;
  learning_rate: number;
  /** momentum, Nesterov; Adam's beta1 */
  momentum: number;
  /** RMSProp's and Adam's average of squares; beta2 */
  decay: number;
  l1: number;
  l2: number;
  /** larger than the number of training points: full batch */
  batch_size: number;
  /** a new order each epoch */
  shuffle: boolean;
  initializer: InitializerName;
  seed: number;
  schedule: ScheduleName;
  /** updates in which the rate rises to its full height */
  warm_up: number;
  /** how many updates a fall of the rate, or a step of it, takes */
  schedule_steps: number;
  /** what such a fall multiplies the rate by */
  schedule_factor: number;
  /** of the rate, where it falls like a cosine */
  least_share: number;
  /** of a gradient, to which longer ones are clipped; 0: none is */
  largest_norm: number;
  /** where training pauses by itself; 0: nowhere, as with the others */
  until_step: number;
  /** of the training points, below which it pauses */
  until_cost: number;
  /** of training points that are right, at which it pauses */
  until_share: number;
  /** epochs without a lower cost, of the test points where there are any, after which it pauses */
  until_patience: number;
}

/** A point of the plane. */
export interface Point {
  id: number;
  x1: number;
  x2: number;
  /** the class (0, 1, ...), or the real target in regression */
  target: number;
  test: boolean;
  /** its further coordinates x3, x4 ..., at most 5; absent where no point has any */
  more?: number[];
}

/** The batch of the last update. */
export interface LastBatch {
  /** before the update; null where it was not finite */
  cost: number | null;
  /** 1..2000 */
  samples: number;
  /** θ_new − θ_old, as `parameters` */
  update: string;
}

/** Where training stands. */
export interface Progress {
  /** updates made since the initial parameters, at most 2^53 - 1: there training ends */
  step: number;
  /** passes through the training points that were completed, at most `step` */
  epoch: number;
  /** batches of the current pass that were used */
  batch: number;
  /** θ: base64 of little-endian float64 */
  parameters: string;
  /** named state vectors of the optimizer, each as `parameters` */
  optimizer: Record<string, string>;
  /** the batch of the last update; null where nothing is known of it, and absent in checkpoints from before there was one */
  last_batch?: LastBatch | null;
}

/** Everything there is: what answers a change of the experiment or of all points. */
export interface StateEvent {
  type: 'state';
  revision: number;
  experiment: Experiment;
  points: Point[];
  training: boolean;
  /** the speed asked for; null: as fast as it goes */
  updates_per_second: number | null;
  progress: Progress;
  /** what changed it, in words, such as "2 blobs" or "layer 3 added" */
  reason: string;
}

/** The first event of a session. */
export interface WelcomeEvent {
  type: 'welcome';
  protocol: 1;
  /** see Limits */
  limits: Limits;
  /** what each choice of an experiment can be, and the data sets: see Options */
  options: Options;
  /** what the session starts from */
  state: StateEvent;
}

/** What the session does. */
export interface StatusEvent {
  type: 'status';
  /** "paused" also while a `step` is made */
  status: 'paused' | 'training' | 'diverged';
  /** the speed asked for; null: as fast as it goes */
  updates_per_second: number | null;
  step: number;
}

/** The command with this id was carried out. */
export interface AckEvent {
  type: 'ack';
  revision: number;
  id: number;
  step: number;
}

/** The command with this id was refused, and nothing has changed. */
export interface ErrorEvent {
  type: 'error';
  /** null where the message had none that can be read */
  id: number | null;
  /** see Refusals */
  code: 'malformed' | 'invalid' | 'limit' | 'unknown_point' | 'duplicate_point' | 'unknown_parameter' | 'no_points' | 'diverged' | 'bad_checkpoint' | 'unavailable' | 'internal';
  /** path, such as "points.3.x1" */
  field: string | null;
  /** see Refusals */
  given: string | number | boolean | null;
  /** what would be taken, in words */
  allowed: string | null;
  /** a sentence for people, which names neither field nor value: it can stand beside what they typed */
  message: string;
}

/** Where training stands, for the browser to keep. */
export interface CheckpointEvent {
  type: 'checkpoint';
  revision: number;
  progress: Progress;
}

/** Training has stopped by itself. */
export interface DivergedEvent {
  type: 'diverged';
  revision: number;
  /** the update that failed */
  step: number;
  /** what was not finite */
  what: 'cost' | 'parameter';
  learning_rate: number;
  /** the last finite one */
  progress: Progress;
}

/** Training has paused by itself, as the experiment asked: what it came to, at this very step. */
export interface ReachedEvent {
  type: 'reached';
  revision: number;
  /** the setting `until_...` that was met first */
  why: 'step' | 'cost' | 'share' | 'patience';
  step: number;
  asked: number;
  /** what it came to; for `patience` the lowest cost */
  value: number;
  /** the step of `value`: an earlier one for `patience` */
  at: number;
}

/** The batch in which the point stands in the present pass through the points. */
export interface Batch {
  /** in their order; a full batch is not shuffled */
  ids: number[];
  /** from 0, among `batches` */
  index: number;
  batches: number;
  /** whether the next update uses it */
  next: boolean;
  /** mean plus penalty */
  cost: number;
  penalty: number;
  /** of that cost, as `parameters` */
  gradient: string;
}

/** How a gradient is clipped. */
export interface Clipping {
  /** of the batch's gradient */
  norm: number;
  /** by what it is multiplied: 1 where it is short enough */
  share: number;
}

/** What the optimizer makes of the batch's gradient now. */
export interface Update {
  optimizer: OptimizerName;
  /** of this very update, as the schedule has it */
  learning_rate: number;
  /** what shortens the gradient before the rule; null where none is set */
  clipping: Clipping | null;
  /** the batch's as training adds it up, which has fewer digits than that of `batch` where that is nearly 0 (decision 0011) */
  gradient: string;
  /** θ after it; where `next` is true, bit for bit what a `step` of one update gives */
  after: string;
  /** as `optimizer` of `progress` */
  state_before: Record<string, string>;
  /** as `optimizer` of `progress` */
  state_after: Record<string, string>;
  /** the constants of its rule, by name: `momentum`; `decay`; `epsilon`; Adam's `beta1`, `beta2`, and `correction1`, `correction2`, which are 1 − β^t */
  terms: Record<string, number>;
}

/** A point's whole pass, and the update that its batch makes: see Traces. */
export interface TraceEvent {
  type: 'trace';
  revision: number;
  /** the vector y */
  target: number[];
  /** null in slot 0 */
  activations: (number[] | null)[];
  /** null in slots 0 and 1 */
  pre_activations: (number[] | null)[];
  /** σ'(z); null in slots 0 and 1, and at a softmax */
  slopes: (number[] | null)[];
  /** of this sample alone: no mean over a batch */
  deltas: (number[] | null)[];
  /** of this sample alone, without the penalty */
  cost: number;
  step: number;
  point: Point;
  /** θ, as in `progress` */
  parameters: string;
  epoch: number;
  /** of `cost`, as `parameters` */
  gradient: string;
  /** null for a test point */
  batch: Batch | null;
  /** null for a test point */
  update: Update | null;
}

/** A weight or a bias. */
export interface Parameter {
  /** the layer it leads into, from 2 */
  layer: number;
  /** its destination, from 0 */
  neuron: number;
  /** the neuron of the layer before, from 0; null: the bias */
  source: number | null;
}

/** What one point of a batch adds to a derivative. */
export interface Contribution {
  id: number;
  derivative: number;
}

/** A derivative beside central differences of the sample's cost. */
export interface Check {
  numerical: number;
  analytic: number;
  relative_error: number;
  /** how far the parameter was moved each way */
  nudge: number;
  /** whether an activation bends on the way, so that the two need not agree */
  kink: boolean;
}

/** A parameter's derivative with all its factors, and who pushed it: see Traces. */
export interface InspectionEvent {
  type: 'inspection';
  revision: number;
  /** the vector y */
  target: number[];
  /** null in slot 0 */
  activations: (number[] | null)[];
  /** null in slots 0 and 1 */
  pre_activations: (number[] | null)[];
  /** σ'(z); null in slots 0 and 1, and at a softmax */
  slopes: (number[] | null)[];
  /** of this sample alone: no mean over a batch */
  deltas: (number[] | null)[];
  /** of this sample alone, without the penalty */
  cost: number;
  step: number;
  point: Point;
  /** θ, as in `progress` */
  parameters: string;
  parameter: Parameter;
  value: number;
  /** of the sample's cost */
  derivative: number;
  /** null for a test point */
  penalty_derivative: number | null;
  /** the mean of `contributions` plus `penalty_derivative`; null for a test point */
  batch_derivative: number | null;
  /** one for each point of the batch; null for a test point */
  contributions: Contribution[] | null;
  check: Check;
}

/** The parameter or the point under the glass is gone. */
export interface InspectionEndedEvent {
  type: 'inspection_ended';
  revision: number;
  /** why, in a sentence for people */
  message: string;
}

/** A file of what there is now. */
export interface TakenOutEvent {
  type: 'taken_out';
  revision: number;
  format: string;
  /** where training stood */
  step: number;
  /** what the file's name ends with */
  suffix: string;
  media_type: string;
  /** the file; null where it is no text */
  text: string | null;
  /** the same where it is no text; else null */
  base64: string | null;
}

/** A step of the past, made again. */
export interface MomentEvent {
  type: 'moment';
  revision: number;
  progress: Progress;
  /** as in a frame; null where it is NaN there */
  train_cost: number | null;
  test_cost: number | null;
  train_accuracy: number | null;
  test_accuracy: number | null;
}

/** Everything that training needs: a state to come back to. */
export interface Checkpoint {
  version: 1;
  experiment: Experiment;
  points: Point[];
  progress: Progress;
}

/** Starts training. */
export interface TrainCommand {
  type: 'train';
}

/** Pauses; a session that diverged stays so. */
export interface PauseCommand {
  type: 'pause';
}

/** Pauses, then makes that many updates, or as many as complete the epoch. */
export interface StepCommand {
  type: 'step';
  updates?: number | null;
  until?: 'epoch' | null;
}

/** Sets the speed of training. */
export interface SetSpeedCommand {
  type: 'speed';
  /** null: as fast as it goes */
  updates_per_second: number | null;
}

/** Goes back to step 0: the initial parameters of the seed, optimizer state cleared, points kept. */
export interface ResetCommand {
  type: 'reset';
  /** a new one, where it is given */
  seed?: number | null;
}

/** Adds points behind those there are; the browser chooses the ids. */
export interface AddPointsCommand {
  type: 'add_points';
  points: Point[];
}

/** Where a point that exists already moves to. */
export interface Place {
  id: number;
  x1: number;
  x2: number;
  /** its further coordinates; absent: they stay */
  more?: number[] | null;
}

/** Moves points. */
export interface MovePointsCommand {
  type: 'move_points';
  points: Place[];
}

/** Removes points. */
export interface RemovePointsCommand {
  type: 'remove_points';
  ids: number[];
}

/** Changes the class (or the real target) of points. */
export interface SetTargetsCommand {
  type: 'set_targets';
  ids: number[];
  target: number;
}

/** Replaces all points (undo, redo, paste). */
export interface ReplacePointsCommand {
  type: 'replace_points';
  points: Point[];
}

/** Replaces all points by a data set; changes the task and the number of classes where that needs it. */
export interface GenerateCommand {
  type: 'generate';
  dataset: string;
  count: number;
  noise: number;
  test_share: number;
  seed: number;
  /** whether the network starts anew, at its initial weights; false where it is absent */
  fresh?: boolean;
}

/** Chooses anew which of the points are test points. */
export interface SplitCommand {
  type: 'split';
  test_share: number;
  seed: number;
}

/** Changes hyperparameters or the architecture. */
export interface ConfigureCommand {
  type: 'configure';
  changes: Partial<Experiment>;
}

/** Inserts a hidden layer that becomes layer number `layer`. */
export interface AddLayerCommand {
  type: 'add_layer';
  /** 2..n */
  layer: number;
  neurons: number;
}

/** Removes this hidden layer. */
export interface RemoveLayerCommand {
  type: 'remove_layer';
  /** 2..n-1 */
  layer: number;
}

/** Adds a neuron at the end of this hidden layer. */
export interface AddNeuronCommand {
  type: 'add_neuron';
  layer: number;
}

/** Removes this neuron of a hidden layer. */
export interface RemoveNeuronCommand {
  type: 'remove_neuron';
  layer: number;
  neuron: number;
}

/** Sets one weight or bias by hand. */
export interface SetParameterCommand {
  type: 'set_parameter';
  layer: number;
  neuron: number;
  /** null: the bias */
  source: number | null;
  value: number;
}

/** Replaces everything by a checkpoint, but for the speed. */
export interface LoadCommand {
  type: 'load';
  checkpoint: Checkpoint;
  /** whether it trains on; false where it is absent */
  training?: boolean;
}

/** A column of a table: own value = offset + factor × place on the plane. */
export interface Axis {
  /** empty where it has none */
  name: string;
  /** the same */
  unit: string;
  offset: number;
  factor: number;
}

/** What a person's own table calls its points. */
export interface Names {
  /** of the classes 0, 1, ...; empty where the marks' names do */
  classes: string[];
  /** of x1, x2, ... */
  axes: Axis[];
  /** of a real target */
  height: Axis | null;
}

/** Asks for a file of what there is now; changes nothing. */
export interface TakeOutCommand {
  type: 'take_out';
  format: string;
  /** whether a program begins at step 0; false where it is absent */
  from_start?: boolean;
  /** of the table that the points were taken from */
  names?: Names | null;
}

/** Asks for a point's whole pass; changes nothing. */
export interface TraceCommand {
  type: 'trace';
  /** of a moment of the past, which is asked instead; absent or null: the newest */
  checkpoint?: Checkpoint | null;
  /** null: the first point of the next batch */
  point: number | null;
}

/** Keeps a parameter under the glass, through a point's pass, until another one or null. */
export interface InspectCommand {
  type: 'inspect';
  /** of a moment of the past, which is asked instead; absent or null: the newest */
  checkpoint?: Checkpoint | null;
  parameter: Parameter | null;
  /** as in `trace` */
  point: number | null;
}

/** Makes a step of the past again, beside the run, which it leaves alone. */
export interface MomentCommand {
  type: 'moment';
  /** of that step or one before it */
  checkpoint: Checkpoint;
  /** that lead from the checkpoint to it */
  updates: number;
}

/** A moment of training, to be drawn. */
export interface Frame {
  /** it trains */
  training: boolean;
  /** it answers a command, so that it is never dropped */
  kept: boolean;
  /** of the state that it belongs to */
  revision: number;
  /** updates since the initial parameters */
  step: number;
  /** passes completed */
  epoch: number;
  /** cost over all training points, penalty included (NaN without points) */
  train_cost: number;
  /** cost over all test points (NaN without) */
  test_cost: number;
  /** cost of the last batch, before its update (NaN where `last_batch` of `progress` is null) */
  batch_cost: number;
  /** share of training points classified right (NaN in regression or without points) */
  train_accuracy: number;
  /** the same for test points */
  test_accuracy: number;
  /** updates per second, measured over the last half second (0 while it doesn't train) */
  measured_rate: number;
  /** samples in the last batch (0 where it is null) */
  batch_samples: number;
  /** θ */
  parameters: Float32Array;
  /** the last update θ_new − θ_old (zeros where it is null) */
  update: Float32Array;
}

/** All that the server tells. */
export type ServerEvent =
  | WelcomeEvent
  | StateEvent
  | StatusEvent
  | AckEvent
  | ErrorEvent
  | CheckpointEvent
  | DivergedEvent
  | ReachedEvent
  | TraceEvent
  | InspectionEvent
  | InspectionEndedEvent
  | TakenOutEvent
  | MomentEvent;

/** All that can be asked for. The connection adds the `id`. */
export type Command =
  | TrainCommand
  | PauseCommand
  | StepCommand
  | SetSpeedCommand
  | ResetCommand
  | AddPointsCommand
  | MovePointsCommand
  | RemovePointsCommand
  | SetTargetsCommand
  | ReplacePointsCommand
  | GenerateCommand
  | SplitCommand
  | ConfigureCommand
  | AddLayerCommand
  | RemoveLayerCommand
  | AddNeuronCommand
  | RemoveNeuronCommand
  | SetParameterCommand
  | LoadCommand
  | TakeOutCommand
  | TraceCommand
  | InspectCommand
  | MomentCommand;

/** The commands that edit points. */
export type PointEdit =
  | AddPointsCommand
  | MovePointsCommand
  | RemovePointsCommand
  | SetTargetsCommand
  | ReplacePointsCommand;
