/**
 * Lessons on the playground: their list, and the one that runs. Fetched when they are first wanted.
 */
import { unpacked } from '../../kept/packing.js';
import { FaultError } from '../../kept/faults.js';
import { make } from '../../ui/dom.js';
import { assign, whenever } from '../../ui/tracked.js';
import { LESSONS as LIST } from '../addresses.js';
import { readLesson, LARGEST } from './format.js';
import { createList } from './list.js';
import { mountPane } from './pane.js';
import { createRunner } from './runner.js';
import { lessonNamed } from './shelf.js';

/** @typedef {import('../page.js').Page} Page */

/**
 * @param {Page} page
 * @param {object} around
 * @param {import('../snapshot.js').Snapshots} around.snapshots
 * @param {Pick<import('../explaining/explaining.js').Explaining, 'keys'>} around.explaining
 * @param {() => Promise<import('../kept/exchange.js').Exchange>} around.exchangeOf
 */
export function createLessons(page, { snapshots, explaining, exchangeOf }) {
  const { view } = page;
  const runner = createRunner(page, exchangeOf);
  const list = createList(page, { begin, choose });
  mountPane(page, snapshots, runner, () => {
    explaining.keys.close();
    explaining.keys.stop();
    assign(view.closer, { looked: null, neuron: null });
    view.instead.occupant = null;
  });

  /** @param {import('./lesson.js').Lesson} lesson @param {string | null} text @param {boolean} [anew] */
  async function begin(lesson, text, anew = false) {
    list.leave();
    list.close();
    try {
      await runner.begin(lesson, text, anew);
    } catch (error) {
      view.reading.trouble = `The lesson can’t begin: ${/** @type {Error} */ (error).message}`;
    }
  }

  /** @param {string} text @param {string} called */
  function openText(text, called) {
    const { lesson, problems } = readLesson(text);
    if (lesson) {
      begin(lesson, text);
      return;
    }
    list.open();
    list.tell(called, problems);
  }

  async function choose() {
    const input = make('input', { type: 'file', accept: '.json,application/json' });
    input.addEventListener('change', async () => {
      const file = input.files?.[0];
      if (!file) return;
      if (file.size > LARGEST) list.tell(file.name, [{ line: 1, why: 'it is longer than a lesson can be' }]);
      else openText(await file.text(), file.name);
    });
    input.click();
  }

  whenever(() => view.lessons.brought, (text) => {
    if (text === null) return;
    view.lessons.brought = null;
    openText(text, 'What was brought');
  });

  return {
    runner,
    /** What an address names: the list, a lesson of it, or one that it holds. @param {string} hash */
    async follow(hash) {
      const named = /^#lesson=([a-z0-9_]{1,40})$/.exec(hash)?.[1];
      const packed = /^#lesson1=([\w-]+)$/.exec(hash)?.[1];
      if (hash === LIST) {
        list.open();
        return;
      }
      list.close();
      if (!named && !packed) return;
      history.replaceState(null, '', location.pathname + location.search);
      const lesson = named ? lessonNamed(named) : null;
      if (lesson) {
        await begin(lesson, null);
      } else if (named) {
        list.open();
        list.tell('The address', [{ line: 1, why: `there is no lesson “${named}” here; these are all` }]);
      } else {
        await unpack(String(packed));
      }
    },
  };

  /** @param {string} packed */
  async function unpack(packed) {
    try {
      openText(new TextDecoder().decode(await unpacked(packed)), 'The link');
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      list.open();
      list.tell('The link', [{ line: 1, why: error.message }]);
    }
  }
}
