/**
 * What the cost curve shows at a time, as a plain value. Types only.
 */

/**
 * @typedef {object} ChartScene
 * @property {ArrayLike<number>} steps
 * @property {ArrayLike<number>} train cost at each step
 * @property {ArrayLike<number>} test
 * @property {{step: number, train: number, test: number} | null} now where the curve ends; between two steps that are
 *   kept, and after an edit of points, that is not the last of those
 * @property {Array<{step: number, text: string}>} events
 * @property {OtherLine[]} [others] that are drawn pale
 * @property {boolean} logarithmic
 * @property {boolean} training
 * @property {{step: number, back: number} | null} diverged
 */

/**
 * A branch beside the one that is drawn in full.
 * @typedef {object} OtherLine
 * @property {ArrayLike<number>} steps from where it leaves what is shared
 * @property {ArrayLike<number>} costs train cost at each step
 */

/**
 * @typedef {object} ChartPlace where the curve lies in its element, in CSS pixels
 * @property {number} left
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 * @property {number} first step, at the left
 * @property {number} last step, at the right
 * @property {(cost: number) => number} down how far down a cost is
 */

export {};
