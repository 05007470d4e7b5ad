/** @file A server as docs/protocol.md has it, in this process: commands in, events and frames out. */

import { Architecture } from '../../../../static/js/network/architecture.js';
import { decodeVector, encodeVector } from '../../../../static/js/network/parameters.js';
import { applyEdit, trainingCount } from '../../../../static/js/state/points.js';
import { EXPERIMENT } from '../scene.js';
import { OPTIONS } from '../../options.js';
import { batchCount, generator, initial, memorySizes, transplant, update } from './numbers.js';

/** @typedef {import('../../../../static/js/types.js').Command} Command */
/** @typedef {import('../../../../static/js/types.js').Experiment} Experiment */
/** @typedef {import('../../../../static/js/types.js').Point} Point */
/** @typedef {import('./numbers.js').Origin} Origin */

export const LIMITS = { max_points: 60, max_hidden_layers: 3, max_neurons: 4 };
/** @type {Record<string, {task: 'classification' | 'regression' | null, classes: number | null}>} */
export const DATASETS = {
  blank: { task: null, classes: null }, circle: { task: 'classification', classes: 2 },
  blobs3: { task: 'classification', classes: 3 }, quadrants4: { task: 'classification', classes: 4 },
  plane: { task: 'regression', classes: null },
};
const STANDARD = /** @type {const} */ ({
  classification: { output: 'softmax', cost: 'cross_entropy' }, regression: { output: 'linear', cost: 'squared_error' },
});

/** @param {unknown} holds @param {string} message @returns {asserts holds} */
function require(holds, message) {
  if (!holds) throw new RangeError(message);
}

export class ModelServer {
  /** @param {(message: object | ArrayBuffer) => void} tell */
  constructor(tell) {
    this.tell = tell;
    /** @type {Experiment} */
    this.experiment = EXPERIMENT;
    /** @type {Point[]} */
    this.points = [];
    this.progress = initial(this.experiment);
    this.training = false;
    this.revision = 0;
    tell({ type: 'welcome', protocol: 1, limits: LIMITS, options: OPTIONS, state: this.state('') });
  }

  /** @param {string} reason */
  state(reason) {
    const { revision, experiment, points, training } = this;
    return { type: 'state', revision, experiment, points, training, updates_per_second: null, progress: this.wired(), reason };
  }

  wired() {
    const { parameters, optimizer, ...counters } = this.progress;
    const vectors = Object.entries(optimizer).map(([name, vector]) => [name, encodeVector(vector)]);
    return { ...counters, parameters: encodeVector(parameters), optimizer: Object.fromEntries(vectors) };
  }

  frame() {
    const { step, epoch, parameters } = this.progress;
    const view = new DataView(new ArrayBuffer(72 + 8 * parameters.length));
    const words = [0x31524843, 0, this.revision, parameters.length];
    words.forEach((word, index) => view.setUint32(4 * index, word, true));
    [step, epoch, Math.abs(parameters[0]), NaN, NaN].forEach((value, index) => view.setFloat64(16 + 8 * index, value, true));
    parameters.forEach((value, index) => view.setFloat32(72 + 4 * index, value, true));
    this.tell(view.buffer);
  }

  checkpoint() {
    this.tell({ type: 'checkpoint', revision: this.revision, progress: this.wired() });
  }

  status() {
    const status = this.training ? 'training' : 'paused';
    this.tell({ type: 'status', status, updates_per_second: null, step: this.progress.step });
  }

  /** Training goes on for a while. @param {number} updates @param {boolean} isTold whether a checkpoint is due */
  run(updates, isTold) {
    if (!this.training || trainingCount(this.points) === 0) return;
    for (let made = 0; made < updates; made++) update(this.experiment, this.points, this.progress);
    this.frame();
    if (isTold) this.checkpoint();
  }

  /** @param {Command & {id: number}} command */
  receive(command) {
    const { id } = command;
    const before = structuredClone({ experiment: this.experiment, points: this.points, progress: this.progress, training: this.training });
    try {
      this.carryOut(command);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      Object.assign(this, before);
      this.tell({ type: 'error', id, code: 'invalid', field: null, given: null, allowed: null, message: error.message });
      return;
    }
    this.tell({ type: 'ack', id, revision: this.revision, step: this.progress.step });
  }

  /** @param {Command} command */
  carryOut(command) {
    switch (command.type) {
      case 'train':
        require(trainingCount(this.points) > 0, 'There is no training point yet.');
        this.training = true;
        this.status();
        break;
      case 'pause': case 'step': {
        if (command.type === 'step') require(trainingCount(this.points) > 0, 'There is no training point yet.');
        const updates = command.type === 'step' ? command.updates ?? 0 : 0;
        this.training = false;
        for (let made = 0; made < updates; made++) update(this.experiment, this.points, this.progress);
        this.status();
        this.frame();
        this.checkpoint();
        break;
      }
      case 'set_parameter':
        this.setParameter(command);
        this.frame();
        this.checkpoint();
        break;
      case 'add_points': case 'move_points': case 'remove_points': case 'set_targets': case 'replace_points':
        this.edit(command);
        this.revision++;
        this.checkpoint();
        break;
      default:
        this.change(command);
        this.revision++;
        this.tell(this.state(command.type));
        this.frame();
    }
  }

  /** @param {Extract<Command, {type: 'set_parameter'}>} command */
  setParameter({ layer, neuron, source, value }) {
    const architecture = new Architecture(this.experiment);
    const { sizes } = architecture;
    require(layer >= 2 && layer <= sizes.length && neuron < sizes[layer - 1] && (source ?? 0) < sizes[layer - 2], 'no parameter');
    const index = source === null ? architecture.biasIndex(layer, neuron) : architecture.weightIndex(layer, neuron, source);
    this.progress.parameters[index] = value;
  }

  /** @param {import('../../../../static/js/types.js').Edit} edit */
  edit(edit) {
    const known = new Set(this.points.map(({ id }) => id));
    const named = edit.type === 'remove_points' || edit.type === 'set_targets' ? edit.ids
      : edit.type === 'move_points' ? edit.points.map(({ id }) => id) : [];
    require(named.every((id) => known.has(id)), 'unknown point');
    this.show(applyEdit(this.points, edit));
  }

  /** @param {Point[]} points */
  show(points) {
    const { task, classes } = this.experiment;
    require(points.length <= LIMITS.max_points, 'too many points');
    require(new Set(points.map(({ id }) => id)).size === points.length, 'doubled point');
    require(task === 'regression' || points.every(({ target }) => Number.isInteger(target) && target < classes), 'no such class');
    if (trainingCount(points) !== trainingCount(this.points)) this.progress.batch = 0;
    this.points = points;
  }

  /** @param {Command} command */
  change(command) {
    const { hidden, seed } = this.experiment;
    const isHidden = 'layer' in command && command.layer >= 2 && command.layer - 2 < hidden.length;
    switch (command.type) {
      case 'load':
        this.load(command.checkpoint);
        this.training = command.training ?? false;
        break;
      case 'reset':
        this.restart({ ...this.experiment, seed: command.seed ?? seed });
        break;
      case 'configure':
        this.configure(command.changes);
        break;
      case 'generate':
        this.generate(command);
        break;
      case 'split': {
        const draw = generator(`split ${command.seed}`);
        this.show(this.points.map((point, index) => ({ ...point, test: index > 0 && draw() < command.test_share })));
        break;
      }
      case 'add_layer': {
        const { layer, neurons } = command;
        require(layer >= 2 && layer - 2 <= hidden.length, 'no place for a layer');
        this.regroup((origins) => origins.splice(layer - 1, 0, { layer: null, neurons: new Array(neurons).fill(null) }));
        break;
      }
      case 'remove_layer':
        require(isHidden, 'no hidden layer');
        this.regroup((origins) => origins.splice(command.layer - 1, 1));
        break;
      case 'add_neuron':
        require(isHidden, 'no hidden layer');
        this.regroup((origins) => origins[command.layer - 1].neurons.push(null));
        break;
      case 'remove_neuron': {
        const { layer, neuron } = command;
        require(isHidden && hidden[layer - 2] > 1 && neuron < hidden[layer - 2], 'no neuron');
        this.regroup((origins) => origins[layer - 1].neurons.splice(neuron, 1));
        break;
      }
      default:
        throw new TypeError(`The model server knows no ${command.type}.`);
    }
  }

  /** @param {(origins: Origin[]) => void} change */
  regroup(change) {
    /** @type {Origin[]} */
    const origins = new Architecture(this.experiment).sizes.map((size, index) => ({ layer: index + 1, neurons: [...Array(size).keys()] }));
    change(origins);
    const hidden = origins.slice(1, -1).map(({ neurons }) => neurons.length);
    this.alter({ ...this.experiment, hidden }, origins);
  }

  /** @param {Partial<Experiment>} changes */
  configure(changes) {
    const from = this.experiment;
    const to = { ...from, ...changes };
    if (to.task !== from.task) Object.assign(to, STANDARD[to.task], changes);
    if (to.task === 'classification' && to.output === 'sigmoid' && changes.cost === 'cross_entropy') to.output = 'softmax';
    require(to.batch_size >= 1 && to.batch_size <= 2000 && to.classes <= 4, 'out of range');
    require((to.task === 'regression') === (to.output === 'linear'), 'output and task');
    if ('seed' in changes || 'initializer' in changes) {
      this.restart(to);
      return;
    }
    const by = (/** @type {number} */ layer, /** @type {number} */ old, /** @type {number} */ size) => (
      { layer, neurons: Array.from({ length: size }, (_, index) => (index < old ? index : null)) }
    );
    const [sizes, next] = [new Architecture(from).sizes, new Architecture(to).sizes];
    const inputs = to.features.map((name) => (from.features.includes(name) ? from.features.indexOf(name) : null));
    const hidden = to.hidden.map((size, index) => (
      index < from.hidden.length ? by(index + 2, sizes[index + 1], size) : { layer: null, neurons: new Array(size).fill(null) }));
    const output = by(sizes.length, from.task === to.task ? sizes[sizes.length - 1] : 0, next[next.length - 1]);
    this.alter(to, [{ layer: 1, neurons: inputs }, ...hidden, output]);
  }

  /** @param {Experiment} to @param {Origin[]} origins */
  alter(to, origins) {
    const points = fitted(this.points, to);
    require(to.hidden.length <= LIMITS.max_hidden_layers && to.hidden.every((size) => size <= LIMITS.max_neurons), 'too large');
    const from = this.experiment;
    const samePass = to.batch_size === from.batch_size && to.shuffle === from.shuffle
      && trainingCount(points) === trainingCount(this.points) && points.length === this.points.length;
    this.progress = transplant(from, to, origins, this.progress);
    if (!samePass) this.progress.batch = 0;
    [this.experiment, this.points] = [to, points];
  }

  /** @param {Extract<Command, {type: 'generate'}>} command */
  generate({ dataset, count, noise, test_share: share, seed }) {
    require(count >= 1 && count <= LIMITS.max_points, 'too many points');
    const { task, classes } = DATASETS[dataset];
    const draw = generator(`${dataset} ${noise} ${seed}`);
    const of = classes ?? this.experiment.classes;
    const points = Array.from({ length: dataset === 'blank' ? 0 : count }, (_, id) => (
      { id, x1: 6 * draw() - 3, x2: 6 * draw() - 3, target: task === 'regression' ? draw() : id % of, test: id > 0 && draw() < share }));
    this.points = [];
    this.configure({ ...(task && { task }), ...(classes && { classes }) });
    this.show(points);
    this.progress.batch = 0;
  }

  /** @param {Experiment} experiment */
  restart(experiment) {
    this.experiment = experiment;
    this.points = fitted(this.points, experiment);
    this.progress = initial(experiment);
  }

  /** Takes a checkpoint that fits together, and no other. @param {import('../../../../static/js/types.js').Checkpoint} checkpoint */
  load({ version, experiment, points, progress }) {
    const sizes = memorySizes(experiment);
    const optimizer = Object.fromEntries(Object.entries(progress.optimizer).map(([name, text]) => [name, decodeVector(text)]));
    const parameters = decodeVector(progress.parameters);
    require(version === 1 && parameters.length === new Architecture(experiment).parameterCount, 'parameters');
    require(Object.keys(optimizer).sort().join() === Object.keys(sizes).sort().join(), 'memory');
    require(Object.entries(sizes).every(([name, size]) => optimizer[name].length === size), 'memory size');
    require(progress.batch <= Math.max(batchCount(experiment, points) - 1, 0), 'batch');
    this.experiment = experiment;
    this.points = [];
    this.progress = { ...progress, parameters, optimizer };
    this.show(points);
    this.progress.batch = progress.batch;
  }
}

/** @param {Point[]} points @param {Experiment} experiment */
function fitted(points, { task, classes }) {
  if (task === 'regression') return points;
  return points.map((point) => ({ ...point, target: Math.min(classes - 1, Math.max(0, Math.round(point.target))) }));
}
