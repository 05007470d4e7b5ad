/**
 * The sheet: everything that is to be worked out, in the order of a pass.
 */
import { make } from '../../ui/dom.js';
import { isSame } from '../network/symbol_links.js';
import { createAnswerCell } from './answer_cell.js';

/** @typedef {import('./exercise.js').Exercise} Exercise */
/** @typedef {import('./quantities.js').Quantity} Quantity */
/** @typedef {import('./quantities.js').Stage} Stage */

/** @param {Stage} stage @param {number} layers */
function titleOf({ kind, layer }, layers) {
  const where = layer === layers ? 'the output' : `layer ${layer}`;
  switch (kind) {
    case 'forward': return `Forward: z and a of ${where}`;
    case 'cost': return 'The cost';
    case 'backward': return `Backward: delta of ${where}`;
    default: return `Derivatives by what leads into ${where}`;
  }
}

/** The deltas of a layer side by side; of all else, what belongs to one neuron. @param {Stage} stage @returns {Quantity[][]} */
function rowsOf({ kind, quantities }) {
  if (kind === 'backward') return [quantities];
  /** @type {Quantity[][]} */
  const rows = [];
  for (const quantity of quantities) (rows[quantity.neuron] ??= []).push(quantity);
  return rows;
}

/**
 * @param {HTMLElement} element
 * @param {Exercise} exercise
 * @param {(words: string) => void} onMarked
 */
export function mountAnswers(element, exercise, onMarked) {
  /** @type {Map<string, ReturnType<typeof createAnswerCell>>} */
  let cells = new Map();

  /** The next field that has no right answer yet, round and round. @param {string} key */
  function focusAfter(key) {
    const keys = [...cells.keys()];
    const from = keys.indexOf(key) + 1;
    const following = [...keys.slice(from), ...keys.slice(0, from)].find((one) => !exercise.isRight(one));
    if (following) cells.get(following)?.focus();
  }

  /** @param {Quantity} quantity */
  function makeCell(quantity) {
    const cell = createAnswerCell(exercise, quantity, { onMarked, onDone: () => focusAfter(quantity.key) });
    cells.set(quantity.key, cell);
    return cell.element;
  }

  return {
    /** Other fields, for another network. */
    build() {
      cells = new Map();
      const { stages, architecture } = exercise;
      element.replaceChildren(...stages.map((stage) => {
        const title = titleOf(stage, architecture.layers);
        const rows = rowsOf(stage).map((quantities) => make('div', { class: 'answers' }, ...quantities.map(makeCell)));
        return make('section', { 'aria-label': title }, make('h3', {}, title), ...rows);
      }));
    },

    update() {
      for (const { update } of cells.values()) update();
    },

    /** The focus goes to what an element of the figure still asks for. @param {string} key */
    focusOn(key) {
      const { layers } = exercise.architecture;
      const own = exercise.stages.flatMap(({ quantities }) => quantities).filter((one) => isSame(one.element, key, layers));
      const wanted = own.find((one) => !exercise.isRight(one.key)) ?? own[0];
      if (wanted) cells.get(wanted.key)?.focus();
    },
  };
}
