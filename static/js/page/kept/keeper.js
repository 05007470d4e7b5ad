/**
 * Keeps what is on the page: points and settings as soon as they change, training so often that a second of it is never lost,
 * and everything at the moment the page is hidden or left.
 */
import { distinctName } from '../../kept/naming.js';
import { recordOf } from '../../kept/record.js';
import { isFull } from '../../kept/shelf.js';
import { onChange } from '../../ui/tracked.js';
import { titleOf } from './kept_now.js';
import { lookedAt, lookOf } from './look.js';
import { MARK } from './mark.js';
import { expectedAfter, pauseFor } from './pace.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../kept/shelf.js').Card} Card */
/** @typedef {import('../../kept/shelf.js').Shelf} Shelf */
/** @typedef {import('../../types.js').State} State */

/** Milliseconds after which a timer that should have come is not waited for. */
const LATEST = 100;

/** Whether there is anything to lose. @param {State} state */
export const isSomething = ({ points, frame, undo }) => points.length > 0 || (frame?.step ?? 0) > 0 || undo.past.length > 0;

function leaveMark() {
  try {
    localStorage.setItem(MARK, 'yes');
  } catch {
    // then nothing is kept either
  }
}

/** Where an experiment came from. @typedef {import('../../kept/shelf.js').Origin & {step: number}} Origin `step`: at which it came */

/** @type {Origin} */
const HERE = { from: 'here', source: null, step: 0 };

/**
 * @param {Page} page
 * @param {object} around
 * @param {() => State} around.getState
 * @param {Shelf} around.shelf
 * @param {string} around.id of what is on the page
 */
export function createKeeper(page, { getState, shelf, id: first }) {
  const { view } = page;
  let id = first;
  /** What was read for the name that is shown. */
  let titled = '';
  let name = '';
  let timer = 0;
  let startedAt = -Infinity;
  /** Milliseconds that a writing takes, as it seems. */
  let takes = 0;
  let busy = 0;
  let again = false;
  /** Nothing is written before it is known which experiment is on the page, and while another takes its place. */
  let held = true;
  /** @type {State['undo'] | null} */
  let writtenUndo = null;
  /** @type {Origin} */
  let origin = HERE;
  /** One exchange after the other. @type {Promise<unknown>} */
  let turn = Promise.resolve();

  /** @param {State} state */
  async function nameAnew(state) {
    const [title, mine] = [titleOf(state), id];
    titled = title;
    const cards = await shelf.cards();
    if (mine !== id || titled !== title) return;
    name = distinctName(title, cards.filter((card) => !card.deleted && card.id !== id).map((card) => card.name));
    soon();
  }

  /** @param {State} state @returns {Card} */
  function cardOf(state) {
    const before = view.kept.card?.id === id ? view.kept.card : null;
    const shown = before?.named ? before.name : name || titleOf(state);
    const step = state.progress?.step ?? 0;
    const isAsItCame = step === origin.step && state.undo.past.length === 0;
    return {
      id, name: shown, named: before?.named ?? false, data: titleOf(state), points: state.points.length, step, changed: Date.now(),
      from: origin.from, source: isAsItCame ? origin.source : null, deleted: false,
    };
  }

  async function write() {
    clearTimeout(timer);
    timer = 0;
    const state = getState();
    if (held || view.first.sample || (view.kept.card === null && !isSomething(state))) return;
    const record = recordOf(state, lookOf(view));
    if (!record) return;
    if (titleOf(state) !== titled) nameAnew(state).catch(() => {});
    const card = cardOf(state);
    const isUndoNew = state.undo !== writtenUndo;
    writtenUndo = state.undo;
    const began = startedAt = performance.now();
    busy += 1;
    try {
      const writing = shelf.write(card, { kept: record.kept, undo: isUndoNew ? record.undo : undefined });
      view.kept.card = card;
      await writing;
      takes = expectedAfter(takes, performance.now() - began);
      leaveMark();
      view.kept.storage = 'works';
    } catch (error) {
      writtenUndo = null;
      view.kept.storage = isFull(error) ? 'full' : 'none';
    }
    busy -= 1;
    if (again && busy === 0) {
      again = false;
      write();
    }
  }

  /** Points, settings, what was done: a person's own work waits for nothing but a writing that is under way. */
  function soon() {
    if (held || getState().pending.drag) return;
    if (busy > 0) again = true;
    else queueMicrotask(() => (busy > 0 ? soon() : write()));
  }

  /** What training changes, and how it is looked at. */
  function later() {
    if (held || again) return;
    const rest = startedAt + pauseFor(takes) - performance.now();
    // A hidden page's timers come seldom: what brings the news sees to it that they are kept.
    if (timer && rest <= -LATEST && busy === 0) write();
    else timer ||= window.setTimeout(write, Math.max(0, rest));
  }

  const flush = () => (held || (timer === 0 && !again) ? Promise.resolve() : write());

  onChange(() => {
    const { experiment, points, undo, drawn, tables, pending: { drag } } = page.state;
    return [experiment, points, undo, drawn, tables, drag, view.first.sample];
  }, soon);
  onChange(() => [page.state.progress, ...lookedAt(view)], later);
  document.addEventListener('visibilitychange', () => { if (document.hidden) flush(); });
  window.addEventListener('pagehide', flush);
  shelf.whenEnded(() => { view.kept.storage = 'none'; });
  // A card says what its tab writes, but for its name, which any tab may give it: what was written meanwhile had the old one.
  shelf.whenAmended(({ id: amended, name: given, named }) => {
    const card = view.kept.card;
    if (card?.id !== amended || amended !== id) return;
    view.kept.card = { ...card, name: given, named };
    soon();
  });

  return {
    get id() {
      return id;
    },
    /** What is on the page is this experiment: from now on it is kept. */
    begin() {
      held = false;
      soon();
    },
    /** What is on the page is no experiment that is kept, for now. */
    hold() {
      held = true;
    },
    soon,
    /** Everything that there is now. */
    write,
    /**
     * While something is done that puts another experiment on the page, nothing is written; what there was is kept before.
     * @template T
     * @param {() => Promise<T>} act
     */
    holding(act) {
      const mine = turn.then(async () => {
        await write();
        const before = held;
        held = true;
        try {
          return await act();
        } finally {
          held = before;
        }
      });
      turn = mine.catch(() => {});
      return mine;
    },
    /** From now on the page is this experiment. @param {string} next @param {Card | null} card null: a new one */
    adopt(next, card) {
      id = next;
      origin = card ?? HERE;
      [titled, name] = card ? [titleOf(getState()), card.name] : ['', ''];
      writtenUndo = null;
      view.kept.card = card;
    },
  };
}

/** @typedef {ReturnType<typeof createKeeper>} Keeper */
