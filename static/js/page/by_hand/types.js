/**
 * What working by hand is made of, as types: the server's passes, and a learner's answers.
 */

/**
 * @typedef {object} Passes a session of the server's, apart from the page's own run
 * @property {(checkpoint: import('../../types.js').Checkpoint, point: number) => Promise<import('../../types.js').TraceEvent>} pass
 *   rejects with the server's refusal
 * @property {() => void} close
 */
/** @typedef {(onLive: (isLive: boolean) => void) => Passes} OpenPasses */

/**
 * @typedef {object} Answer
 * @property {string} text
 * @property {import('../../exact/number.js').Exact | null} exact null: the text is no number
 * @property {string | null} fault why not, in words
 * @property {import('../../exact/marking.js').Mark | null} mark null until the truth is known
 * @property {import('./quantities.js').Quantity | null} other the quantity that a wrong answer is the value of
 */

export {};
