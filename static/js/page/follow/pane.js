/**
 * The reading pane of a pass: stations, what happens in words, the formula, and the same with its numbers.
 */
import { captionOf } from '../../trace/captions/index.js';
import { ledgerOf } from '../../trace/ledger.js';
import { tableOf } from '../../state/selectors.js';
import { neuronsOf } from '../../trace/phases.js';
import { byId, make, setText } from '../../ui/dom.js';
import { whenIdle } from '../../ui/idle.js';
import { namingOf } from '../../ui/naming.js';
import { effect, untracked } from '../../ui/tracked.js';
import { createAside } from './aside.js';
import { createControls } from './controls.js';
import { createFormulas } from './formulas.js';
import { createLedgerView } from './ledger_view.js';
import { mostMoved } from './pass.js';
import { createQuestionView } from './question_view.js';
import { createStrip } from './strip.js';
import { mountSymbolLinks } from '../network/symbol_links.js';
import { takenWords } from '../points/point_words.js';
import { turnBySwipe } from './swipe.js';
import { createTranscript } from './transcript.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./pass.js').Moment} Moment */

/** Points of a batch that are lit on the plane; of larger ones the plane would only be yellow. */
const MOST_LIT = 40;

/** Whether a moment tells something else than the one before. @param {Moment | null} before @param {Moment} now */
const tellsAnew = (before, now) => !before || before.subject !== now.subject || before.at !== now.at
  || before.walk !== now.walk || before.source !== now.source;

/** @param {Moment} moment */
export function captionAt({ subject, phases, at, walk, source }) {
  return captionOf(subject, phases[at], walk, source);
}

/** What a later phase most likely tells. @param {Moment} moment @param {number} at */
function captionAhead({ subject, phases }, at) {
  const [place] = neuronsOf(phases[at], subject.architecture.sizes);
  return captionOf(subject, phases[at], 0, phases[at].kind === 'update' ? mostMoved(subject, place) : null);
}

/**
 * What a screen reader hears of a phase: what happens, and its numbers.
 * @param {Moment} moment
 */
export function spokenAt(moment) {
  const { title, spoken } = captionAt(moment);
  return `${title}. ${spoken}`;
}

/**
 * @param {Page} page
 * @param {object} parts
 * @param {import('./follow.js').Follow} parts.follow
 * @param {() => import('./strip_layout.js').Columns | null} parts.columns
 * @param {(key: string) => void} parts.onOpen a symbol was pressed
 */
export function mountPass(page, { follow, columns, onOpen }) {
  const { view, announce } = page;
  const strip = createStrip({ columns, onSeek: follow.seek });
  const transcript = createTranscript();
  const controls = createControls(follow, {
    openTranscript: () => {
      const { moment } = view.follow;
      if (moment) transcript.open(moment);
    },
    speed: () => view.follow.speed,
  });
  const title = make('h3');
  const taken = make('p', { class: 'taken' });
  const sentences = make('p', { class: 'sentences' });
  const aside = createAside();
  const sources = make('div', { class: 'chips', role: 'group', 'aria-label': 'Weight or bias of this neuron' });
  const question = createQuestionView(page, follow);
  const step = make('button', { class: 'second', onclick: follow.makeStep }, 'Make this step');
  const notice = make('p', { class: 'notice' });
  const freshWord = make('span'), freshSwitch = make('button', { onclick: () => { view.follow.fresh_passes = !view.follow.fresh_passes; } });
  const fresh = make('p', { class: 'fresh' }, freshWord, freshSwitch);
  const choice = make('div', { class: 'choice' }, sources, step);
  aside.element.append(choice);
  const element = make('section', { class: 'pass', 'aria-label': 'Pass of the chosen point' });
  const links = mountSymbolLinks(page, element);
  const formulas = createFormulas({ onSet: links.wash, onOpen });
  const ledger = createLedgerView();
  formulas.element.children[0].after(ledger.element);
  const told = make('div', { class: 'told' }, question.element, aside.element,
    make('div', { class: 'words' }, fresh, notice, question.verdict, sentences), formulas.element);
  element.append(
    strip.element,
    make('header', {}, title, taken, controls.moves, controls.more, controls.ways),
    told,
  );
  byId('reading').append(element);
  controls.more.firstElementChild?.after(question.toggle);
  const beside = make('p', { class: 'taken' });
  document.querySelector('.plane .bar')?.append(beside);
  turnBySwipe(told, follow);
  element.hidden = true;
  effect(() => { element.classList.toggle('asks', view.follow.asked !== null); });

  /** @type {Moment | null} */
  let shown = null;

  /** @param {Moment} moment */
  function tell(moment) {
    const caption = captionAt(moment);
    const { subject, phases, at, walk } = moment;
    const { architecture, trace } = subject;
    setText(title, caption.title);
    const words = at === phases.length - 1 && !trace.update
      ? [...caption.sentences, 'This point is kept for testing: no update is made of it.'] : caption.sentences;
    setText(sentences, words.join(' '));
    const reckoned = ledgerOf(subject, phases[at], walk);
    ledger.update(reckoned);
    told.classList.toggle('in-columns', reckoned !== null);
    formulas.show(caption, architecture, reckoned ? 1 : 0);
    const answer = /** @type {number[]} */ (trace.activations[architecture.layers]);
    for (const line of [taken, beside]) setText(line, takenWords(trace.point, subject.experiment, answer, namingOf(tableOf(page.state))).text);
    step.hidden = !trace.batch?.next;
    tellSources(moment);
    if (!moment.playing || !shown || shown.at !== at) announce(spokenAt(moment));
    if (at + 1 < phases.length) whenIdle(() => formulas.prepare(captionAhead(moment, at + 1)));
    const ids = phases[at].kind === 'update' ? trace.batch?.ids ?? [] : [];
    view.plane.lit = new Set(ids.length <= MOST_LIT ? ids : []);
  }

  /** @param {Moment} moment */
  function tellSources({ subject: { architecture }, phases, at, walk, source }) {
    choice.hidden = phases[at].kind !== 'update';
    if (choice.hidden) return;
    const { layer } = neuronsOf(phases[at], architecture.sizes)[walk];
    const all = [...Array.from({ length: architecture.sizes[layer - 2] }, (_, neuron) => neuron), null];
    sources.replaceChildren(...all.map((one) => make(
      'button',
      { class: 'chip', 'aria-pressed': String(one === source), onclick: () => follow.choose(one) },
      one === null ? 'bias' : `from ${one + 1}`,
    )));
  }

  /** @param {Moment | null} moment @param {boolean} covered */
  function show(moment, covered) {
    element.hidden = moment === null || covered;
    if (moment && !element.hidden) {
      const anew = tellsAnew(shown, moment);
      strip.update(moment);
      controls.update(moment);
      aside.update(moment, anew);
      if (anew) tell(moment);
    }
    if (shown && element.hidden) view.plane.lit = new Set();
    beside.hidden = element.hidden;
    shown = element.hidden ? null : moment;
  }
  effect(() => {
    const [moment, covered] = [view.follow.moment, view.inspector.inspected !== null];
    untracked(() => show(moment, covered));
  });
  effect(() => {
    const text = view.reading.notice;
    setText(notice, text ?? '');
    notice.hidden = !text;
  });
  effect(() => {
    const { fresh: isFresh, fresh_passes: wanted } = view.follow;
    fresh.hidden = !isFresh;
    setText(freshWord, wanted ? 'A new point plays its pass once. ' : 'New points stay quiet from now on. ');
    setText(freshSwitch, wanted ? 'Turn this off' : 'Turn it on again');
  });

  return {
    /** After the network's columns moved. */
    place: strip.place,
    /** Puts the focus where the keys of a pass are at home. */
    focus: () => controls.play.focus({ preventScroll: true }),
    /** Whether the focus was here, or went when the pane did. */
    lostFocus: () => element.contains(document.activeElement) || document.activeElement === document.body,
  };
}
