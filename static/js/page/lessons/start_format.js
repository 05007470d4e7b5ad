/**
 * @file What a lesson begins with, as its file says it: points of its own or of a data set, and settings of an experiment.
 */

/** @typedef {import('./lesson.js').Start} Start */
/** @typedef {import('./problems.js').Problems} Problems */

const MOST_POINTS = 200;
/** What a file may set, each with what it looks like; whether the value goes, only a server says. */
const SETTINGS = /** @type {const} */ ({
  features: 'list', hidden: 'list', task: 'string', classes: 'number', activation: 'string', output: 'string', cost: 'string', optimizer: 'string',
  learning_rate: 'number', momentum: 'number', decay: 'number', l1: 'number', l2: 'number', batch_size: 'number', shuffle: 'boolean',
  initializer: 'string', seed: 'number',
});

/** @param {Problems} at @param {unknown} given @param {string} path */
function readSettings(at, given, path) {
  const fields = at.object(given, path, Object.keys(SETTINGS), Object.keys(SETTINGS)) ?? {};
  for (const [name, value] of Object.entries(fields)) {
    const kind = SETTINGS[/** @type {keyof typeof SETTINGS} */ (name)];
    const isKind = kind === 'list' ? Array.isArray(value) : typeof value === kind;
    if (kind && !isKind) at.tell(`${path}.${name}`, `a ${kind === 'string' ? 'text' : kind} is expected here`);
  }
  return /** @type {Start['experiment']} */ (fields);
}

/** @param {Problems} at @param {unknown} given @param {string} path @returns {Start['data']} */
function readData(at, given, path) {
  if (given === undefined) return null;
  const fields = at.object(given, path, ['dataset', 'count', 'noise', 'test_share', 'seed'], []) ?? {};
  return {
    dataset: at.text(fields.dataset, `${path}.dataset`, 40), count: at.number(fields.count, `${path}.count`, 1, 5000) ?? 1,
    noise: at.number(fields.noise, `${path}.noise`, 0, 1) ?? 0, test_share: at.number(fields.test_share, `${path}.test_share`, 0, 1) ?? 0,
    seed: at.number(fields.seed, `${path}.seed`, 0, 2 ** 32 - 1) ?? 0,
  };
}

/** @param {Problems} at @param {unknown} given @param {string} path @returns {Start['points']} */
function readPoints(at, given, path) {
  if (given === undefined) return null;
  return at.list(given, path, 1, MOST_POINTS).map((point, id) => {
    const numbers = at.list(point, `${path}.${id}`, 3, 4);
    if (!numbers.every((value) => typeof value === 'number')) at.tell(`${path}.${id}`, 'a point is [x1, x2, class], with a fourth number 1 where it is for testing');
    const [x1, x2, target, test = 0] = numbers.map(Number);
    return { id, x1, x2, target, test: test === 1 };
  });
}

/** @param {Problems} at @param {unknown} given @param {string} path @returns {Start} */
export function readStart(at, given, path) {
  const found = at.object(given, path, ['experiment', 'data', 'points', 'speed'], ['experiment', 'data', 'points', 'speed']);
  const fields = found ?? {};
  if (found && ('data' in fields) === ('points' in fields)) at.tell(path, 'it has either “data”, a data set, or “points”');
  const speed = fields.speed === undefined ? null : at.number(fields.speed, `${path}.speed`, 1, 100_000);
  return {
    experiment: fields.experiment === undefined ? {} : readSettings(at, fields.experiment, `${path}.experiment`),
    data: readData(at, fields.data, `${path}.data`), points: readPoints(at, fields.points, `${path}.points`), speed,
  };
}
