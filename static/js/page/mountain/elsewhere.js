/**
 * Another place of the land: chosen by a click, the network can be put there, and ways down from it can be tried.
 */
import { encodeVector } from '../../network/parameters.js';
import { parametersAt } from '../../network/mountain/directions.js';
import { make, setText } from '../../ui/dom.js';
import { formatCost } from '../../ui/format.js';
import { refusalWords } from '../reading/attempts.js';
import { walkDown } from './walks.js';
import { chosenWords, walksWords } from './walk_words.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./survey.js').Survey} Survey */
/** @typedef {{slice: Survey['slice'], u: number, v: number, parameters: Float64Array, cost: number}} Chosen */

const NAME = 'network put elsewhere on the mountain';

/**
 * @param {Page} page
 * @param {object} around
 * @param {() => import('../recovery/recovery.js').Session & import('./walks.js').Walker} around.openRehearsal
 * @param {() => ArrayLike<number> | null} around.now θ
 * @param {() => void} around.onChange
 */
export function createElsewhere(page, { openRehearsal, now, onChange }) {
  const { state, send, view } = page;
  /** @type {Chosen | null} */
  let chosen = null;
  /** @type {import('./walks.js').Walk[]} */
  let walks = [];
  let turn = 0, isWalking = false;

  const place = make('p', { class: 'chosen' });
  const put = make('button', { type: 'button', class: 'quiet', onclick: putThere }, 'Put the network here');
  const walk = make('button', { type: 'button', class: 'quiet', onclick: walkOn }, 'Walk down from here');
  const clear = make('button', { type: 'button', class: 'quiet', onclick: forget }, 'Clear');
  const body = make('tbody');
  const caption = make('caption');
  const table = make('table', { class: 'walks' }, caption,
    make('thead', {}, make('tr', {}, make('td'), make('th', { scope: 'col' }, 'rate'), make('th', { scope: 'col' }, 'cost'))), body);
  const element = make('div', { class: 'elsewhere' }, make('h4', {}, 'Elsewhere'), place, table, make('p', { class: 'acts' }, walk, put, clear));

  async function putThere() {
    const { experiment, points, progress, status } = state;
    if (!chosen || !experiment || !progress) return;
    const { parameters } = chosen;
    try {
      await send({
        type: 'load', training: status === 'training',
        checkpoint: { version: 1, experiment, points, progress: { ...progress, parameters: encodeVector(parameters) } },
      }, NAME);
      chosen = null;
      changed();
    } catch (error) {
      view.reading.trouble = refusalWords(error, state);
    }
  }

  async function walkOn() {
    const from = chosen?.parameters ?? now();
    if (!from || isWalking) return;
    const mine = (turn += 1);
    isWalking = true;
    walks = [];
    changed();
    const session = openRehearsal();
    try {
      await walkDown(state, Float64Array.from(from), session, (found) => {
        if (mine !== turn) return;
        walks = found;
        changed();
      });
    } catch (error) {
      view.reading.trouble = refusalWords(error, state);
    } finally {
      session.close();
      if (mine === turn) isWalking = false;
      changed();
    }
  }

  function forget() {
    turn += 1;
    isWalking = false;
    chosen = null;
    walks = [];
    changed();
  }

  function changed() {
    setText(place, chosenWords(chosen).text);
    put.hidden = chosen === null;
    walk.toggleAttribute('disabled', isWalking);
    setText(walk, isWalking ? 'Walking…' : chosen ? 'Walk down from here' : 'Walk down from now');
    clear.hidden = chosen === null && walks.length === 0;
    table.hidden = walks.length === 0;
    setText(caption, walksWords(walks).text);
    body.replaceChildren(...walks.map(({ method, rate, stops, diverged }) => make(
      'tr', {}, make('th', { scope: 'row', class: `way-${method.name}` }, method.title), make('td', {}, String(rate)),
      make('td', {}, diverged ? `diverges after step ${stops[stops.length - 1].step}` : formatCost(stops[stops.length - 1].cost)))));
    onChange();
  }
  changed();

  return {
    element,
    /** @param {Survey} survey @param {{u: number, v: number}} at @param {number} cost */
    choose({ slice }, { u, v }, cost) {
      chosen = { slice, u, v, cost, parameters: parametersAt(slice, u, v) };
      changed();
    },
    forget,
    walk: walkOn,
    get chosen() {
      return chosen;
    },
    get walks() {
      return walks;
    },
  };
}
