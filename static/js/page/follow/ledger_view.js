/**
 * The ledger of a neuron as a table: a row for each wire, with an arrow as long as what it brings.
 */
import { make, makeSvg } from '../../ui/dom.js';

/** @typedef {import('../../trace/ledger.js').Ledger} Ledger */

const ARROW = { width: 56, height: 12, head: 8, half: 4, least: 8 };

/**
 * Blame runs to the left, what comes in to the right; length by size, hollow and dashed where it is negative.
 * @param {number} value
 * @param {number} greatest
 * @param {boolean} backward
 */
function arrow(value, greatest, backward) {
  const { width, height, head, half, least } = ARROW;
  const length = greatest > 0 ? least + (Math.abs(value) / greatest) * (width - least - 1) : least;
  const middle = height / 2;
  const [tip, foot, end] = backward ? [width - length, width - length + head, width] : [length, length - head, 0];
  return makeSvg(
    'svg', { class: `share ${value < 0 ? 'minus' : 'plus'}`, viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' },
    makeSvg('path', { class: 'shaft', d: `M${end} ${middle}H${foot}` }),
    makeSvg('path', { class: 'head', d: `M${tip} ${middle}L${foot} ${middle - half}V${middle + half}Z` }),
  );
}

export function createLedgerView() {
  const [head, body, foot] = [make('thead'), make('tbody'), make('tfoot')];
  const caption = make('caption', { class: 'vh' });
  const element = make('table', { class: 'ledger' }, caption, head, body, foot);

  return {
    element,
    /** @param {Ledger | null} ledger */
    update(ledger) {
      element.hidden = ledger === null;
      if (!ledger) return;
      const { backward, heads, rows, others, bias, sum, result } = ledger;
      const values = [...rows.map(({ value }) => value), others?.value ?? 0, bias?.value ?? 0, sum.value, result?.value ?? 0];
      const greatest = Math.max(...values.map(Math.abs));
      const number = (/** @type {string} */ text, /** @type {string | null} */ key = null, /** @type {boolean} */ own = false) =>
        make('td', own && backward ? { class: 'back' } : {}, make('span', key ? { 'data-el': key } : {}, text));
      const drawn = (/** @type {number} */ value) => make('td', { class: 'drawn' }, arrow(value, greatest, backward));
      const name = (/** @type {string} */ text) => make('th', { scope: 'row' }, text);
      element.classList.toggle('backward', backward);
      caption.textContent = backward ? 'Blame that comes back, wire by wire' : 'What comes in, wire by wire';
      head.replaceChildren(make('tr', {}, ...heads.map((text) => make('th', { scope: 'col' }, text)), make('td')));
      body.replaceChildren(
        ...rows.map((row) => make(
          'tr', {}, name(row.name), number(row.weight.text, row.weight.key), number(row.carried.text, row.carried.key, true),
          number(row.share, null, true), drawn(row.value))),
        ...(others ? [make('tr', {}, name(`${others.count} others`), make('td'), make('td'), number(others.share, null, true), drawn(others.value))] : []),
        ...(bias ? [make('tr', {}, name('bias'), make('td'), make('td'), number(bias.share, bias.key), drawn(bias.value))] : []),
      );
      foot.replaceChildren(
        make('tr', {}, name(sum.name), make('td'), make('td'), number(sum.sign === '=' ? sum.text : `≈ ${sum.text}`, null, true), drawn(sum.value)),
        ...(result ? [make(
          'tr', { class: 'result' }, name(result.name), number(result.factor), make('td'),
          number(result.sign === '=' ? result.text : `≈ ${result.text}`, null, true), drawn(result.value))] : []),
      );
    },
  };
}
