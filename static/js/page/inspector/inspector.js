/**
 * Keeps a weight, a bias or a neuron under the glass, through the pass of one point.
 *
 * @feature a weight, bias or neuron under the glass
 */
import { biasKey, neuronKey, parseKey, weightKey } from '../../network/keys.js';
import { architectureOf } from '../../state/selectors.js';
import { assign, batch, onChange } from '../../ui/tracked.js';
import { refusalWords } from '../reading/attempts.js';
import { networkNow } from '../network/network_now.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../trace/chain.js').Parameter} Parameter */

/**
 * What a key opens, written in one way: a sum or a blame opens its neuron, a target the output neuron; null for what has
 * nothing under the glass.
 * @param {string} key
 * @param {readonly number[]} sizes
 */
export function openedBy(key, sizes) {
  const element = parseKey(key, sizes.length);
  if (!element) return null;
  const { kind, layer, neuron, source } = element;
  if (layer < 1 || layer > sizes.length || neuron >= sizes[layer - 1]) return null;
  if (kind === 'weight') return source < sizes[layer - 2] ? weightKey(layer, neuron, source) : null;
  if (kind === 'bias') return biasKey(layer, neuron);
  return kind === 'neuron' || kind === 'target' ? neuronKey(layer, neuron) : null;
}

/**
 * The parameter that the server is asked about: a neuron is looked at through its bias, an input has none.
 * @param {string} key
 * @param {number} layers
 * @returns {Parameter | null}
 */
export function parameterOf(key, layers) {
  const element = parseKey(key, layers);
  if (!element || element.layer < 2) return null;
  const { kind, layer, neuron, source } = element;
  return { layer, neuron, source: kind === 'weight' ? source : null };
}

/** @param {Page} page */
export function createInspector(page) {
  const { state, view, send, announce } = page;
  /** The point whose pass is looked through. @type {number | null} */
  let through = null;
  let turn = 0;

  const sizes = () => networkNow(page)?.architecture.sizes ?? [];
  const shapeNow = () => {
    const { experiment } = state;
    return experiment ? `${experiment.features} ${architectureOf(experiment).sizes} ${experiment.task}` : '';
  };

  async function ask() {
    const { plane: { chosen }, follow: { moment }, inspector: { inspected } } = view;
    if (inspected === null) return;
    const mine = (turn += 1);
    const parameter = parameterOf(inspected, sizes().length);
    const point = moment?.subject.trace.point.id ?? chosen ?? through;
    try {
      const checkpoint = view.past.moment ? await page.past.checkpoint() : null;
      const then = checkpoint ? { checkpoint } : {};
      await send({ type: 'inspect', parameter, point: parameter ? point : null, ...then });
      if (mine !== turn || !parameter || point !== null) return;
      // From here on the same point, not each time another batch's first.
      const { inspection } = state;
      if (inspection?.type !== 'inspection') return;
      through = inspection.point.id;
      await send({ type: 'inspect', parameter, point: through, ...then });
    } catch (error) {
      if (mine === turn) view.inspector.trouble = refusalWords(error, state);
    }
  }

  /** @param {string | null} message why, where it was not the learner's own wish */
  function shut(message) {
    if (view.inspector.inspected === null) return;
    turn += 1;
    batch(() => {
      view.inspector.inspected = null;
      assign(view.network, { shown_neuron: null, linked: new Set() });
      view.plane.lit = new Set();
    });
    if (message) view.reading.notice = message;
    else send({ type: 'inspect', parameter: null, point: null }).catch(() => {});
  }

  onChange(() => state.inspection, (inspection) => {
    if (inspection?.type === 'inspection_ended') shut(inspection.message);
    else if (inspection) view.inspector.trouble = null;
  });
  let shape = shapeNow();
  onChange(shapeNow, (now) => {
    if (shape) shut('The network has another shape now. Open the weight or neuron again to look at it.');
    shape = now;
  });
  onChange(() => state.connection.status === 'live', (live) => {
    if (live) ask();
  });
  // While the past is passed through, it is looked at where it rests: as soon as that is known exactly.
  onChange(() => [view.past.moment === null, view.past.moment?.shown.progress ?? null], ([isNewest, progress]) => {
    if (isNewest || progress) ask();
  });
  onChange(() => state.points, (points) => {
    if (!points.some(({ id }) => id === through)) through = null;
  });
  onChange(() => view.follow.moment?.subject.trace.point.id ?? view.plane.chosen, (point) => {
    if (point !== null && point !== through) {
      through = point;
      ask();
    }
  });

  return {
    /** @param {string} key */
    open(key) {
      const opened = openedBy(key, sizes());
      if (!opened) return;
      if (opened === view.inspector.inspected) {
        shut(null);
        return;
      }
      const element = parseKey(opened, sizes().length);
      batch(() => {
        assign(view.inspector, { inspected: opened, trouble: null });
        view.reading.notice = null;
        assign(view.network, {
          linked: new Set(),
          shown_neuron: element?.kind === 'neuron' ? { layer: element.layer, neuron: element.neuron } : null,
        });
      });
      ask();
    },

    close: () => shut(null),

    /**
     * Sets the parameter; the reason of a refusal, or null.
     * @param {Parameter} parameter
     * @param {number} value
     */
    async setValue(parameter, value) {
      try {
        await send({ type: 'set_parameter', ...parameter, value });
        announce('Set');
        return null;
      } catch (error) {
        return /** @type {Error} */ (error).message;
      }
    },
  };
}

/** @typedef {ReturnType<typeof createInspector>} Inspector */
