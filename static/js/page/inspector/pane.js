/**
 * The reading pane of what is under the glass: value, chain of factors, nudging, who pushed it, history.
 */
import { parseKey } from '../../network/keys.js';
import { neuronName } from '../../figures/network/describe.js';
import { decodeInspection, isWhole } from '../../trace/decode.js';
import * as symbols from '../../trace/symbols.js';
import { byId, icon, make, setText } from '../../ui/dom.js';
import { setFormula } from '../../ui/tex.js';
import { mountSymbolLinks } from '../network/symbol_links.js';
import { tableOf } from '../../state/selectors.js';
import { namingOf } from '../../ui/naming.js';
import { networkNow } from '../network/network_now.js';
import { createChain } from './chain_view.js';
import { parameterOf } from './inspector.js';
import { createNeuronView } from './neuron_view.js';
import { createPushBars } from './push_bars.js';
import { MOST_BARS } from './pushes.js';
import { createSpark } from './spark.js';
import { createValueField } from './value_field.js';
import { batchWords, checkWords, placeWords, throughWords } from './glass_words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../trace/chain.js').Parameter} Parameter */
/** @typedef {import('../../trace/types.js').Inspection} Inspection */

const OVERFLOW = 'A number of this pass is larger than the computer can hold, so it can’t be looked at. Make the weights smaller.';

/**
 * @param {Page} page
 * @param {import('./inspector.js').Inspector} inspector
 * @param {import('./record.js').Record} record
 */
export function mountPane(page, inspector, record) {
  const { state, view } = page;
  const symbol = make('span', { class: 'sym' });
  const place = make('p', { class: 'place' });
  const field = createValueField((value) => {
    const parameter = parameterNow();
    return parameter ? inspector.setValue(parameter, value) : Promise.resolve(null);
  });
  const spark = createSpark();
  const close = make('button', { class: 'quiet close', 'aria-label': 'Close', title: 'Close (Esc)', onclick: inspector.close }, make('kbd', { 'aria-hidden': 'true' }, 'esc'), icon('close'));
  const through = make('p', { class: 'through' });
  const chainBox = make('div', { class: 'chain-box' });
  const check = make('p', { class: 'check' });
  const pushes = createPushBars({ onPoint: light });
  const mean = make('p', { class: 'mean' });
  const derivation = make('div', { class: 'derivation' }, through, chainBox, check);
  const neuronBox = make('div', { class: 'neuron-box' });
  pushes.element.append(mean);
  const element = make(
    'section', { class: 'insp', 'aria-label': 'Under the glass' },
    make('header', {}, symbol, field.input, place, spark.element, close), field.wrong,
    make('div', { class: 'glass' }, neuronBox, derivation, pushes.element),
  );
  element.hidden = true;
  byId('reading').append(element);
  mountSymbolLinks(page, element);

  /** @type {ReturnType<typeof createChain> | null} */
  let chain = null;
  /** @type {ReturnType<typeof createNeuronView> | null} */
  let neuronView = null;
  /** @type {number[]} */
  let batch = [];
  let pointed = false;
  /** Whether the pane shows an inspection: then all its numbers are of that one's step, however far frames are ahead. */
  let isTold = false;

  function parameterNow() {
    const { inspected } = view.inspector;
    const network = networkNow(page);
    return inspected && network ? parameterOf(inspected, network.architecture.layers) : null;
  }

  /** @param {number | null} id the point whose bar is pointed at; null: the whole batch again */
  function light(id) {
    pointed = id !== null;
    const lit = id !== null ? [id] : batch.length <= MOST_BARS ? batch : [];
    const before = view.plane.lit;
    if (lit.length !== before.size || lit.some((one) => !before.has(one))) view.plane.lit = new Set(lit);
  }

  /** Another element is looked at: what does not change from step to step. */
  function build() {
    const { inspected } = view.inspector;
    const network = networkNow(page);
    element.hidden = inspected === null;
    view.inspector.looked_through = null;
    chain = neuronView = null;
    isTold = false;
    batch = [];
    chainBox.replaceChildren();
    neuronBox.replaceChildren();
    if (!inspected || !network) return;
    const { architecture } = network;
    const target = parseKey(inspected, architecture.layers);
    const parameter = parameterOf(inspected, architecture.layers);
    if (!target) return;
    const isNeuron = target.kind === 'neuron';
    setFormula(symbol, isNeuron
      ? target.layer === 1
        ? symbols.feature(architecture.features[target.neuron], target.neuron)
        : symbols.activation(target.layer, target.neuron)
      : symbols.parameter(/** @type {Parameter} */ (parameter)));
    setText(place, isNeuron ? neuronName(target.layer, target.neuron, architecture)
      : placeWords(/** @type {Parameter} */ (parameter), architecture));
    field.input.hidden = spark.element.toggleAttribute('hidden', isNeuron);
    field.reset();
    derivation.hidden = pushes.element.hidden = true;
    element.classList.toggle('of-neuron', isNeuron);
    if (isNeuron) {
      neuronView = createNeuronView(architecture, target, inspector.open);
      neuronBox.append(neuronView.element);
    }
    showParameters();
    if (isCurrent()) showInspection();
    else showTrouble();
  }

  /** Whether the newest inspection is about what is looked at. */
  function isCurrent() {
    const { inspection } = state;
    const wanted = parameterNow();
    if (!wanted || inspection?.type !== 'inspection') return false;
    const { layer, neuron, source } = inspection.parameter;
    return layer === wanted.layer && neuron === wanted.neuron && source === wanted.source;
  }

  function showParameters() {
    const network = networkNow(page);
    const parameter = parameterNow();
    if (element.hidden || !network) return;
    if (!isTold) neuronView?.showParameters(network.parameters);
    if (!parameter) return;
    const { layer, neuron, source } = parameter;
    const { architecture } = network;
    const index = source === null
      ? architecture.biasIndex(layer, neuron) : architecture.weightIndex(layer, neuron, source);
    if (!isTold) field.update(network.parameters[index]);
    spark.update(record.of(index));
  }

  function showInspection() {
    const { inspection: event, experiment, points } = state;
    const network = networkNow(page);
    const parameter = parameterNow();
    if (element.hidden || !network || !experiment || !parameter) return;
    if (event?.type !== 'inspection' || !isCurrent()) return;
    const inspection = decodeInspection(event);
    if (inspection.parameters.length !== network.architecture.parameterCount) return;
    if (!isWhole(inspection)) {
      view.inspector.trouble = OVERFLOW;
      return;
    }
    const known = new Set(points.map(({ id }) => id));
    // It was made before a point was removed; the next one is on its way.
    if (inspection.contributions?.some(({ id }) => !known.has(id))) return;
    const subject = { trace: inspection, architecture: network.architecture, experiment };
    isTold = true;
    const naming = namingOf(tableOf(state));
    neuronView?.update(subject, naming);
    neuronView?.showParameters(inspection.parameters);
    view.inspector.looked_through = inspection.point.id;
    setText(through, throughWords(inspection.point, experiment.task, naming).text);
    if (neuronView) return;
    field.update(inspection.value);
    derivation.hidden = pushes.element.hidden = false;
    if (chain) chain.update(subject);
    else chainBox.replaceChildren((chain = createChain(subject, parameter)).element);
    showCheck(inspection, parameter);
    batch = inspection.contributions?.map(({ id }) => id) ?? [];
    if (!pointed) light(null);
    pushes.update({
      naming,
      contributions: inspection.contributions, points, point: inspection.point.id,
      byClass: experiment.task === 'classification',
    });
    setText(mean, batchWords(inspection).text);
  }

  /** @param {Inspection} inspection @param {Parameter} parameter */
  function showCheck(inspection, { source }) {
    const { agrees, text } = checkWords(inspection.check, source === null);
    check.classList.toggle('agrees', agrees);
    check.replaceChildren(...(agrees ? [icon('check')] : []), make('span', {}, text));
  }

  function showTrouble() {
    const { trouble } = view.inspector;
    if (!trouble || element.hidden) return;
    view.inspector.looked_through = null;
    isTold = false;
    derivation.hidden = false;
    pushes.element.hidden = true;
    chainBox.replaceChildren();
    check.replaceChildren();
    chain = null;
    setText(through, trouble);
  }

  return { build, showParameters, showInspection, showTrouble };
}
