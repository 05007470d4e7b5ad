/**
 * Which experiment is this tab's: its number stays with the tab through reloads, and a lock tells others that it is taken.
 * A tab that was duplicated finds it taken, and makes a copy.
 */

const KEY = 'experiment';
/** A page that is loaded anew may find the lock of the one before it, which is just going. */
const PATIENCE = 800;
const DIGITS = 16;

const lockOf = (/** @type {string} */ id) => `experiment ${id}`;

/** A number that no other experiment has. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(DIGITS));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** This tab's experiment, as it remembers. @returns {string | null} */
export function rememberedId() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string} id */
function rememberId(id) {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // then the newest one is opened the next time
  }
}

/** The experiment that this tab has. @type {string | null} */
let mine = null;
/** Lets go of it, and is done when others see that. @returns {Promise<unknown>} */
let letGo = () => Promise.resolve();

/**
 * Asks for the lock, which is held until it is let go; whether it was had.
 * @param {string} id
 * @param {LockOptions} options
 * @returns {Promise<boolean>}
 */
const locked = (id, options) => new Promise((resolve) => {
  const held = navigator.locks.request(lockOf(id), options, (lock) => {
    resolve(lock !== null);
    return lock && new Promise((release) => {
      letGo = () => {
        release(null);
        return held;
      };
    });
  });
  held.catch(() => resolve(false));
});

/**
 * Makes an experiment this tab's; false where another tab has it. Without locks, as on a connection that is not secure, a tab
 * trusts its own memory.
 * @param {string} id
 * @param {{patiently?: boolean}} [options] waits a moment for whoever is going
 */
export async function claim(id, { patiently = false } = {}) {
  if (id === mine) return true;
  if (navigator.locks) {
    const before = letGo;
    const isMine = await locked(id, { ifAvailable: true })
      || (patiently && await locked(id, { signal: AbortSignal.timeout(PATIENCE) }));
    if (!isMine) return false;
    await before();
  }
  mine = id;
  rememberId(id);
  return true;
}

/** The experiments that are open in other tabs. @returns {Promise<Set<string>>} */
export async function openElsewhere() {
  const { held = [] } = await navigator.locks?.query() ?? {};
  const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(lockOf('')));
  return new Set(names.map((name) => name.slice(lockOf('').length)).filter((id) => id !== mine));
}
