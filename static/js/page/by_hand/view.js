/**
 * Working out a pass by hand, as a dialog over the whole page: the network, its numbers, and a sheet that is marked.
 */
import { icon, make, setText } from '../../ui/dom.js';
import { createAnnouncer } from '../../ui/announce.js';
import { washSymbols } from '../network/symbol_links.js';
import { mountAnswers } from './answer_fields.js';
import { createExercise } from './exercise.js';
import { mountGivens } from './given_fields.js';
import { mountPicture } from './picture.js';
import { firstSetup } from './setup.js';
import { mountSetup } from './setup_sentence.js';
import { progressWords } from './exercise_words.js';

const ELEMENT = '[data-element], [data-el]';
/** A connection that is quicker than this is not worth a word. */
const PATIENCE = 1000;
const OFFLINE = 'There is no connection to the server just now. Your work stays here, and it is marked when there is one again.';

/**
 * @param {object} world
 * @param {import('../../types.js').Options} world.options
 * @param {import('../../types.js').Limits} world.limits
 * @param {import('../../network/field/types.js').Field | null} world.field
 * @param {import('./types.js').OpenPasses} world.openPasses
 * @param {() => void} world.onClose
 */
export function createByHand({ options, limits, field, openPasses, onClose }) {
  const title = make('h2', { id: 'by-hand-title' }, 'By hand');
  const progress = make('span', { class: 'progress' });
  const bar = make('i');
  const meter = make('span', { class: 'meter', 'aria-hidden': 'true' }, bar);
  const draw = make('button', { type: 'button', class: 'second', onclick: () => exercise.newNumbers() }, 'New numbers');
  const close = make('button', { type: 'button', class: 'quiet', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('close'));
  const trouble = make('p', { class: 'trouble', role: 'alert' });
  const offline = make('p', { class: 'trouble offline', role: 'status' });
  const picture = make('div', { class: 'picture' });
  const sentence = make('p', { class: 'setup' });
  const givens = make('div', { class: 'givens' });
  const sheet = make('div', { class: 'sheet-of', role: 'region', 'aria-label': 'Your results' });
  const said = make('div', { class: 'vh', 'aria-live': 'polite' });
  const intro = make('p', { class: 'intro' }, 'Work each number out on paper and type it: a fraction such as 1/3, or a decimal, '
    + 'rounded to two digits or more. Enter marks it.');
  const dialog = make(
    'dialog', { class: 'by-hand', 'aria-labelledby': 'by-hand-title' },
    make('header', {}, title, meter, progress, make('span', { class: 'space' }), draw, close),
    make('div', { class: 'desk' },
      make('div', { class: 'side' }, picture,
        make('div', { class: 'given-side', role: 'region', 'aria-label': 'What is given' }, sentence, givens)),
      make('div', { class: 'work-side' }, trouble, intro, sheet, offline)),
    said,
  );
  document.body.append(dialog);

  /** @type {import('./types.js').Passes | null} */
  let session = null;
  let patience = 0;
  const announce = createAnnouncer(said);
  /** @type {ReadonlySet<string>} */
  let focused = new Set();
  /** @type {ReadonlySet<string>} */
  let pointed = new Set();

  const exercise = createExercise({
    options,
    first: firstSetup(limits),
    pass: (checkpoint, point) => /** @type {import('./types.js').Passes} */ (session).pass(checkpoint, point),
    random: Math.random,
    onNetwork: build,
    onChange: update,
  });
  const setup = mountSetup(sentence, exercise, options, limits);
  const fields = mountGivens(givens, exercise);
  const answers = mountAnswers(sheet, exercise, (words) => announce(`${words} ${progressNow()}.`));
  const figure = mountPicture(picture, exercise, {
    field,
    onHover(key) {
      const { layers } = exercise.architecture;
      washSymbols(dialog, key ? [key] : [], layers);
    },
    onOpen: answers.focusOn,
  });

  const progressNow = () => {
    const { right, all } = exercise.progress();
    return progressWords(right, all);
  };

  function build() {
    setup.build();
    fields.build();
    answers.build();
    update();
  }

  function update() {
    fields.update();
    answers.update();
    const { right, all } = exercise.progress();
    setText(progress, progressNow());
    bar.style.setProperty('--share', String(right / all));
    setText(trouble, exercise.trouble ?? '');
    light();
  }

  /** @param {boolean} isLive */
  function tellConnection(isLive) {
    clearTimeout(patience);
    if (isLive) setText(offline, '');
    else patience = window.setTimeout(() => setText(offline, OFFLINE), PATIENCE);
  }

  function light() {
    figure.update(new Set([...focused, ...pointed]));
  }

  /** @param {EventTarget | null} target @returns {ReadonlySet<string>} */
  function elementAt(target) {
    const found = target instanceof Element ? target.closest(ELEMENT) : null;
    const key = found && (found.getAttribute('data-el') ?? found.getAttribute('data-element'));
    return new Set(key ? [key] : []);
  }
  dialog.addEventListener('focusin', ({ target }) => {
    focused = elementAt(target);
    light();
  });
  dialog.addEventListener('pointerover', ({ target }) => {
    pointed = elementAt(target);
    light();
  });

  dialog.addEventListener('close', () => {
    clearTimeout(patience);
    session?.close();
    session = null;
    onClose();
  });
  build();

  return {
    open() {
      if (dialog.open) return;
      session = openPasses(tellConnection);
      dialog.showModal();
      exercise.work();
    },
    close: () => dialog.close(),
  };
}
