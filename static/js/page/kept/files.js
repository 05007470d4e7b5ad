/**
 * Experiments as files: saved, and opened by button, by drop and by paste.
 */
import { FaultError } from '../../kept/faults.js';
import { fromFile, MOST_BYTES, toFile } from '../../kept/file.js';
import { cleanName, distinctName, fileName } from '../../kept/naming.js';
import { recordOf } from '../../kept/record.js';
import { isFull, NO_ANSWER } from '../../kept/shelf.js';
import { make } from '../../ui/dom.js';
import { save } from '../../ui/save.js';
import { EXPERIMENTS } from '../addresses.js';
import { presentDataset } from '../points/samples.js';
import { keptOf, newCard, titleOf } from './kept_now.js';
import { lookOf } from './look.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../../kept/parcel.js').Parcel} Parcel */
/** @typedef {import('../../kept/record.js').Kept} Kept */

const TYPE = 'application/json';

/** Those that still name a point. @param {readonly import('../../types.js').Point[]} points @param {readonly import('../../types.js').TakenTable[]} tables */
const tablesOf = (points, tables) => tables.filter(({ first, last }) => points.some(({ id }) => id >= first && id <= last));

/** What is kept of an experiment, as it goes to somebody. @param {Kept} kept @param {string} name @returns {Parcel} */
export function parcelOf({ checkpoint, drawn, tables = [], curve, look }, name) {
  const isDrawn = drawn !== null && presentDataset({ points: checkpoint.points, drawn }) !== null && checkpoint.points.length > 0;
  return { name, checkpoint, drawn: isDrawn ? drawn : null, tables: tablesOf(checkpoint.points, tables), look, curve };
}

/** What is on the page, as it goes to somebody. @param {Page} page @param {() => import('../../types.js').State} getState */
export function parcelNow({ view }, getState) {
  const state = getState();
  const record = recordOf(state, lookOf(view));
  return record && parcelOf(record.kept, view.kept.card?.name ?? titleOf(state));
}

/** Of several experiments some could not be read. @param {string} called @param {number} taken @param {string[]} faults */
const partWords = (called, taken, faults) => (
  `${taken} of the ${taken + faults.length} experiments in ${called} ${taken === 1 ? 'is' : 'are'} in My experiments now; ${faults[0]}`
  + `${faults.length > 1 ? `, and ${faults.length - 1} more` : ''}.`);

/** @param {Parcel} parcel */
export const fileOf = (parcel) => new File([toFile(parcel)], fileName(parcel.name), { type: TYPE });

/**
 * @param {Page} page
 * @param {object} exchange
 * @param {(sent: Parcel, origin: import('../../kept/shelf.js').Origin) => Promise<boolean>} exchange.take
 * @param {(words: string) => void} exchange.tell
 * @param {import('../../kept/shelf.js').Shelf | null} exchange.shelf
 * @param {() => Promise<string[]>} exchange.names of all that is kept
 * @param {() => import('../../types.js').State} getState
 */
export function createFiles(page, exchange, getState) {
  /** @param {string} text @param {string} called its name */
  async function openText(text, called) {
    /** @type {string[]} */
    const faults = [];
    try {
      const parcels = fromFile(text, faults);
      const [first, ...others] = parcels;
      if ((others.length === 0 && faults.length === 0) || !exchange.shelf) {
        await exchange.take(first, { from: 'file', source: null });
        return;
      }
      const names = new Set(await exchange.names());
      for (const parcel of parcels) {
        const kept = keptOf(parcel, lookOf(page.view));
        const name = distinctName(parcel.name || called, names);
        names.add(name);
        await exchange.shelf.write(newCard(kept, { name, named: true, from: 'file' }), { kept });
      }
      if (faults.length > 0) exchange.tell(partWords(called, parcels.length, faults));
      else if (location.hash === EXPERIMENTS) window.dispatchEvent(new HashChangeEvent('hashchange')); // it is read again
      else location.hash = EXPERIMENTS;
    } catch (error) {
      if (error instanceof FaultError) exchange.tell(`${called} can’t be opened: ${error.message}.`);
      else if (isFull(error)) exchange.tell(`${called} holds more than this browser has room for. Delete some in My experiments, and open it again.`);
      else if (error instanceof DOMException) exchange.tell(`${called} could not be kept: ${NO_ANSWER}`);
      else throw error;
    }
  }

  /** @param {File} file */
  async function open(file) {
    const called = cleanName(file.name) || 'The file';
    if (file.size > MOST_BYTES) {
      exchange.tell(`${called} can’t be opened: it is larger than any file that Chainrule saves.`);
      return;
    }
    let text;
    try {
      text = await file.text();
    } catch {
      exchange.tell(`${called} can’t be read: it was moved or changed meanwhile, or this browser may not. Choose it again.`);
      return;
    }
    await openText(text, called);
  }

  return {
    open,
    openText,
    /** Asks a person for a file. */
    choose() {
      const input = make('input', { type: 'file', accept: `.json,${TYPE}` });
      input.addEventListener('change', () => {
        const file = input.files?.[0];
        if (file) open(file);
      });
      input.click();
    },
    saveNow() {
      const parcel = parcelNow(page, getState);
      if (parcel) save(fileOf(parcel), fileName(parcel.name));
    },
  };
}
