/**
 * What only the page knows: the brush, the chosen point, what the pointer is over.
 */

/**
 * @typedef {object} View
 * @property {number} brush class of the next point
 * @property {number} brush_target real target of the next point, in regression
 * @property {number | null} chosen id of the chosen point
 * @property {boolean} fresh the chosen point was just added, not picked: it steps back when training begins
 * @property {{layer: number, neuron: number} | null} shown_neuron whose map covers the plane
 * @property {{x1: number, x2: number} | null} hover place under the pointer or the crosshair
 * @property {boolean} logarithmic scale of the loss curve
 * @property {boolean} enlarged loss curve over half the page
 * @property {boolean} single_keys keys without a modifier do something
 * @property {number | null} speed updates per second wished for, null: as fast as it goes
 * @property {WayBack | null} way_back after a divergence, where going back leads
 * @property {{checkpoint: import('../types.js').Checkpoint, message: string} | null} left_behind what a server did not take
 *   over, and why
 * @property {string | null} trouble what just went wrong, in words
 * @property {string | null} notice what just happened that a person should know, in words
 * @property {import('./follow/pass.js').Moment | null} moment of the pass that is followed
 * @property {number} pass_speed of passes, 1: usual
 * @property {boolean} fresh_pass the pass plays because its point was just added
 * @property {boolean} fresh_passes points that are added play their pass
 * @property {boolean} predicting passes ask before they show
 * @property {import('./follow/prediction.js').Asked | null} asked the question that the pass waits for
 * @property {string | null} verdict on the answer that was just given
 * @property {{right: number, asked: number}} score of the answers so far
 * @property {boolean} slow_motion passes of training's own steps play one after the other
 * @property {string | null} inspected key of the weight, bias or neuron that is under the glass
 * @property {number | null} looked_through id of the point whose pass the glass shows
 * @property {string | null} inspection_trouble why there are no numbers under the glass
 * @property {ReadonlySet<string>} linked keys whose symbol is pointed at
 * @property {string | null} pointed key of the element that is pointed at in the network
 * @property {ReadonlySet<number>} lit ids of points that lie under a wash
 * @property {import('./snapshot.js').NumbersShown} numbers at which neurons the network has room for the chosen point's
 */

/**
 * A way back, and whether it is still being tried out, could not be, or was; `hopeless`: nothing that was tried holds.
 * @typedef {import('../state/recovery.js').WayBack & {state: 'sought' | 'guessed' | 'tried' | 'hopeless'}} WayBack
 */

/** @type {View} */
const INITIAL = {
  brush: 0,
  brush_target: 1,
  chosen: null,
  fresh: false,
  shown_neuron: null,
  hover: null,
  logarithmic: true,
  enlarged: false,
  single_keys: true,
  speed: 60,
  way_back: null,
  left_behind: null,
  trouble: null,
  notice: null,
  moment: null,
  pass_speed: 1,
  fresh_pass: false,
  fresh_passes: true,
  predicting: false,
  asked: null,
  verdict: null,
  score: { right: 0, asked: 0 },
  slow_motion: false,
  inspected: null,
  looked_through: null,
  inspection_trouble: null,
  linked: new Set(),
  pointed: null,
  lit: new Set(),
  numbers: 'all',
};

/** @param {Partial<View>} [start] */
export function createViewState(start = {}) {
  let state = Object.freeze({ ...INITIAL, ...start });
  /** @type {Set<{keys: Array<keyof View>, listener: (view: View) => void}>} */
  const subscribers = new Set();

  return {
    /** @returns {View} */
    get: () => state,

    /** Changes some of it and tells those who asked for it. @param {Partial<View>} changes */
    set(changes) {
      const before = state;
      state = Object.freeze({ ...state, ...changes });
      const changed = (/** @type {keyof View} */ key) => before[key] !== state[key];
      for (const { keys, listener } of [...subscribers]) if (keys.some(changed)) listener(state);
    },

    /**
     * Calls the listener when one of the keys changes.
     * @param {Array<keyof View>} keys
     * @param {(view: View) => void} listener
     * @returns {() => void} unsubscribes
     */
    subscribe(keys, listener) {
      const subscriber = { keys, listener };
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
  };
}

/** @typedef {ReturnType<typeof createViewState>} ViewState */
