/** @file Beside the sheet: what the source prints, each number when the learner has it; without a source, the learner's own numbers. */
import { evaluate, partsOf } from '../paper/expression.js';
import { symbolOf } from '../paper/notation.js';
import { digitsOf } from '../paper/print.js';
import { runUpdates } from '../paper/sheet.js';
import { icon, make } from '../ui/dom.js';
import { setFormula } from '../ui/tex.js';

/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('../paper/examples/row.js').Printed} Printed */

const HIDDEN = '·········';
const LANES = /** @type {const} */ ([['forward', 'Forward'], ['backward', 'Backward'], ['update', 'After the update']]);

/** Our number for a printed one. @param {Work} work @param {Printed} printed */
export function ownValue({ sheet, setup, numbers }, { key, part, step = 0 }) {
  if (step > 0) {
    let found = NaN;
    runUpdates(setup, numbers, step, (at, valueOf) => { if (at === step) found = valueOf(key); });
    return found;
  }
  const { formula } = sheet.byKey.get(key) ?? {};
  return part === undefined || !formula ? sheet.valueOf(key) : evaluate(partsOf(formula, 'pull')[part], sheet.valueOf);
}

/** @param {string} tex */
function symbolFor(tex) {
  const symbol = make('span', { class: 'sym' });
  setFormula(symbol, tex);
  return symbol;
}

/** @param {HTMLElement} element @param {Work} work */
export function mountSource(element, work) {
  /** @param {Printed} printed */
  function printedRow(printed) {
    const { key, text, label, step = 0, why } = printed;
    const isHad = work.isShown || work.isRight(key);
    const symbol = label ?? symbolOf(work.notation, work.setup, key, { isInline: true });
    const value = make('span', { class: 'digits' }, isHad ? text : HIDDEN);
    if (isHad) value.append(why ? ' ≠' : icon('check'));
    const row = make('div', { class: 'printed' }, symbolFor(symbol), ...(step > 0 ? [make('span', { class: 'after' }, `after ${step} updates`)] : []), value);
    const remark = why && isHad ? [make('p', { class: 'remark' }, `Here ${digitsOf(ownValue(work, printed), 9)}. ${why}`)] : [];
    return [row, ...remark];
  }

  /** @param {import('../paper/examples/row.js').Example} example */
  function fromSource({ author, work: title, year, printed, note }) {
    const groups = LANES.flatMap(([lane, name]) => {
      const listed = printed.filter(({ key, step = 0 }) => (step > 0 ? 'update' : work.sheet.byKey.get(key)?.lane) === lane);
      return listed.length === 0 ? [] : [make('h3', {}, name), ...listed.flatMap(printedRow)];
    });
    return [
      make('h2', {}, 'As printed'), make('p', { class: 'cite' }, `${author}, `, make('cite', {}, title), `, ${year}`), ...groups,
      make('p', { class: 'remark' }, work.isShown ? '' : 'A number appears here when you have it. ', make('button', { class: 'link', onclick: () => work.showPrinted() }, work.isShown ? 'Hide what I do not have' : 'Show all')),
      ...(note ? [make('p', { class: 'remark' }, note)] : []),
    ];
  }

  function own() {
    const { sheet, setup, notation } = work;
    const had = sheet.quantities.filter(({ key }) => work.isRight(key));
    return [
      make('h2', {}, 'Your numbers'),
      ...LANES.flatMap(([lane, name]) => {
        const rows = had.filter((one) => one.lane === lane);
        return rows.length === 0 ? [] : [make('h3', {}, name), ...rows.map(({ key }) => make('div', { class: 'printed' },
          symbolFor(symbolOf(notation, setup, key, { isInline: true })), make('span', { class: 'digits' }, digitsOf(sheet.valueOf(key), 9))))];
      }),
      ...(had.length === 0 ? [make('p', { class: 'remark' }, 'What you have worked out is gathered here, with all its digits.')] : []),
    ];
  }

  let drawn = '';
  work.listen(() => {
    const state = JSON.stringify(work.kept());
    if (state === drawn) return;
    drawn = state;
    element.replaceChildren(...(work.example ? fromSource(work.example) : own()));
  });
}
