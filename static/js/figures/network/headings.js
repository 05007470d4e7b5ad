/**
 * The headings over the columns: names, numbers of neurons with their steppers, and ⊕ between two layers.
 */

import { createInsert, createStepper, layersWords, neuronsWords } from './controls.js';
import { layerName, layerWords } from './describe.js';
import { createLayerMenu } from './layer_menu.js';

/** @typedef {import('./controls.js').LayerState} LayerState */
/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */

/** How far apart columns must stand for what the headings offer, in CSS pixels. */
const ROOM = { stepper: 104, stepperCoarse: 200, insert: 64, insertCoarse: 110, number: 92, name: 54 };

/** @param {number} pitch @param {boolean} coarse */
function offerFor(pitch, coarse) {
  return {
    stepper: pitch >= (coarse ? ROOM.stepperCoarse : ROOM.stepper),
    insert: pitch >= (coarse ? ROOM.insertCoarse : ROOM.insert),
    name: pitch >= ROOM.name,
    number: pitch >= ROOM.number,
  };
}

/**
 * Input and output are layers too, and counted: who reads "Layer 2" after them must know which is the first.
 * @param {number} layer
 * @param {import('../../network/architecture.js').Architecture} architecture
 */
function numberedName(layer, architecture) {
  const isEnd = layer === 1 || layer === architecture.layers;
  return isEnd ? `Layer ${layer}, ${layer === 1 ? 'input' : 'output'}` : layerName(layer, architecture);
}

/** @param {string} className @param {keyof HTMLElementTagNameMap} [tag] */
function create(className, tag = 'div') {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

/**
 * One column's heading, kept as long as its layer exists, so that a pressed button keeps the focus.
 * @param {import('./controls.js').LayerActions} actions
 * @param {ReturnType<typeof createLayerMenu>} menu
 */
function createHeading(actions, menu) {
  /** @type {LayerState} */
  let state;
  const element = create('layer-heading');
  const name = create('name', 'button');
  const fixed = create('count', 'b');
  const count = create('count', 'button');
  const stepper = createStepper(actions);
  for (const button of [name, count]) {
    button.setAttribute('type', 'button');
    button.setAttribute('aria-haspopup', 'dialog');
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => menu.open(button, state));
  }
  const plainName = create('name', 'span');
  element.append(plainName, name, fixed, count, stepper.element);
  return {
    element,
    /**
     * @param {LayerState} next
     * @param {number} x
     * @param {ReturnType<typeof offerFor>} offer
     * @param {boolean} editable
     */
    update(next, x, offer, editable) {
      state = next;
      const edits = editable && next.hidden;
      element.style.left = `${x}px`;
      name.textContent = next.name;
      plainName.textContent = offer.number ? next.plain : next.name;
      fixed.textContent = count.textContent = String(next.count);
      count.setAttribute('aria-label', layerWords(next.name, next.count).text);
      plainName.hidden = !offer.name || edits;
      name.hidden = !offer.name || !edits;
      fixed.hidden = edits;
      count.hidden = !edits || offer.stepper;
      stepper.element.hidden = !edits || !offer.stepper;
      stepper.update(next);
    },
  };
}

/**
 * @param {HTMLElement} host
 * @param {object} options
 * @param {boolean} options.editable
 * @param {import('./controls.js').LayerActions} options.actions
 */
export function createHeadings(host, { editable, actions }) {
  const row = create('layer-headings');
  host.append(row);
  const menu = createLayerMenu(host, actions);
  /** @type {ReturnType<typeof createHeading>[]} */
  const headings = [];
  /** @type {ReturnType<typeof createInsert>[]} */
  const inserts = [];
  const cost = create('layer-heading');
  cost.hidden = true; // until it has a place
  cost.append(create('name', 'span'));
  /** @type {HTMLElement} */ (cost.firstElementChild).textContent = 'Cost';
  row.append(cost);

  /** @template {{element: HTMLElement}} T @param {T[]} list @param {number} length @param {() => T} make */
  const fitLength = (list, length, make) => {
    while (list.length > length) list.pop()?.element.remove();
    while (list.length < length) {
      const item = make();
      row.insertBefore(item.element, cost);
      list.push(item);
    }
  };

  return {
    element: row,
    /**
     * @param {import('../../network/architecture.js').Architecture} architecture
     * @param {NetworkLayout} layout
     * @param {import('./controls.js').Limits} limits
     */
    update(architecture, { sizes, columns, columnPitch, costX }, limits) {
      row.style.setProperty('--pitch', `${columnPitch}px`);
      const offer = offerFor(columnPitch, matchMedia('(pointer: coarse)').matches);
      const states = sizes.map((count, at) => ({
        layer: at + 1,
        name: layerName(at + 1, architecture),
        plain: numberedName(at + 1, architecture),
        count,
        hidden: at > 0 && at < sizes.length - 1,
        full: count >= limits.neurons ? neuronsWords(limits) : null,
        complete: sizes.length - 2 >= limits.layers ? layersWords(limits) : null,
      }));
      fitLength(headings, sizes.length, () => createHeading(actions, menu));
      fitLength(inserts, editable ? sizes.length - 1 : 0, () => createInsert(actions));
      states.forEach((state, at) => headings[at].update(state, columns[at], offer, editable));
      inserts.forEach((insert, at) => {
        insert.element.hidden = !offer.insert;
        insert.element.style.left = `${(columns[at] + columns[at + 1]) / 2}px`;
        insert.update(states[at + 1]);
      });
      cost.hidden = costX === null || !offer.name;
      cost.style.left = `${costX}px`;
      menu.update(states);
    },
    destroy() {
      menu.destroy();
      row.remove();
    },
  };
}
