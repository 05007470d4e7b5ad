/**
 * Watches the layers: marks at their headings where something has been wrong for a while, and the pane that explains it.
 */
import { ailmentsOf, healthOf, MOST_POINTS } from '../../network/health.js';
import { neuronKey } from '../../network/keys.js';
import { byId, make, makeSvg, setAttribute, setText } from '../../ui/dom.js';
import { effect, onChange, untracked } from '../../ui/tracked.js';
import { createMarks } from './marks.js';
import { createPane } from './pane.js';
import { ailmentTitle, markText } from './words.js';

/** @typedef {import('../../network/health.js').Ailment} Ailment */
/** @typedef {import('../../network/health.js').Health} Health */

/** Weights times points that are gone through: more would take a frame. */
const MOST_WORK = 600_000;
/** Columns nearer than this have their marks under the count. */
const NEAR = 120;
/** @type {Record<Ailment['kind'], string>} */
const GLYPHS = {
  dead: 'M3 1.5h8a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1 -1.5 1.5h-8a1.5 1.5 0 0 1 -1.5 -1.5v-8a1.5 1.5 0 0 1 1.5 -1.5zM4 10l6 -6',
  saturated: 'M1 12h3c4 0 2 -10 6 -10h3', vanishing: 'M13 7h-11M5 4l-3 3l3 3',
};

/** @param {import('../page.js').Page} page @param {{snapshots: import('../snapshot.js').Snapshots}} shared */
export function watchHealth(page, { snapshots }) {
  const { view, attempt, announce } = page;
  const marksAt = createMarks();
  const pane = createPane((changes) => attempt({ type: 'configure', changes }), () => { view.health.opened = null; });
  byId('reading').append(pane.element);
  const network = byId('network');
  /** @type {Map<number, HTMLButtonElement>} */
  const buttons = new Map();
  /** @type {Health | null} */
  let health = null;
  /** What ails just now, whether it is marked or not. @type {readonly Ailment[]} */
  let found = [];

  const look = () => {
    const { frame, experiment, architecture, points, diverged, sample, status, past } = snapshots.now();
    const isKnown = frame && frame.batch_samples > 0 && !frame.update.some(Number.isNaN);
    health = frame && experiment && architecture && !diverged && !sample
      ? healthOf(architecture, experiment, frame.parameters, isKnown ? frame.update : null, points,
        Math.min(MOST_POINTS, Math.floor(MOST_WORK / architecture.parameterCount))) : null;
    const before = view.health.marks;
    found = health && frame && frame.step > 0 ? ailmentsOf(health) : [];
    // A moment of the past shows what it shows: nothing has to hold while one scrubs.
    const marks = past ? found : marksAt(found, frame?.step ?? 0);
    view.health.marks = marks;
    const fresh = marks.filter(({ layer, kind }) => !before.some((one) => one.layer === layer && one.kind === kind));
    if (status === 'paused') for (const ailment of fresh) announce(`${ailmentTitle(ailment, /** @type {Health} */ (health)).text}.`);
  };

  /** What is marked and ails still. @param {number} layer */
  const ailing = (layer) => found.find((ailment) => ailment.layer === layer) ?? null;

  /** @param {Ailment} ailment @param {Element} heading */
  const place = (ailment, heading) => {
    const { layer, kind } = ailment;
    const now = ailing(layer);
    const button = buttons.get(layer) ?? make('button', { class: 'health-mark', onclick: () => { view.health.opened = view.health.opened === layer ? null : layer; } },
      makeSvg('svg', { viewBox: '0 0 14 14', 'aria-hidden': 'true' }, makeSvg('path', {})), make('span'));
    buttons.set(layer, button);
    if (button.parentElement !== heading) heading.append(button);
    setAttribute(/** @type {Element} */ (button.querySelector('path')), 'd', GLYPHS[kind]);
    setText(/** @type {Element} */ (button.lastElementChild), now ? markText(now) : 'recovered');
    setAttribute(button, 'data-kind', kind);
    setAttribute(button, 'aria-label', now ? `${ailmentTitle(now, /** @type {Health} */ (health)).text}. Explain` : `Layer ${layer} has recovered. Explain`);
    setAttribute(button, 'aria-pressed', String(view.health.opened === layer));
  };

  const mark = () => {
    // The figure keeps a heading for as long as its layer exists; the last one stands over the cost.
    const row = network.querySelector('.layer-headings');
    const headings = [...row?.querySelectorAll(':scope > .layer-heading') ?? []].slice(0, -1);
    row?.classList.toggle('near', parseFloat(/** @type {HTMLElement} */ (row).style.getPropertyValue('--pitch')) < NEAR);
    const marks = health ? view.health.marks : [];
    for (const ailment of marks) if (headings[ailment.layer - 1]) place(ailment, headings[ailment.layer - 1]);
    for (const [layer, button] of buttons) {
      if (marks.some((one) => one.layer === layer)) continue;
      button.remove();
      buttons.delete(layer);
    }
  };

  effect(() => {
    snapshots.now();
    untracked(look);
  });
  effect(() => {
    const { opened, marks } = view.health;
    const { experiment } = snapshots.now();
    const isAbove = view.follow.moment !== null || view.inspector.inspected !== null || view.closer.looked !== null
      || view.lessons.running !== null || view.mountain.shown;
    pane.element.hidden = opened === null || isAbove;
    untracked(() => {
      mark();
      if (pane.element.hidden || opened === null) return;
      const isMarked = marks.some(({ layer }) => layer === opened);
      if (health && experiment && (isMarked || opened === 0)) pane.show(health, ailing(opened), experiment);
      else view.health.opened = null; // what was explained is over
    });
  });
  onChange(() => view.health.opened, (opened) => {
    const ailment = opened === null ? null : ailing(opened);
    view.network.linked = new Set(ailment ? ailment.neurons.map((neuron) => neuronKey(ailment.layer, neuron)) : []);
  });
}
