/**
 * What the plane shows, as a type.
 *
 * @typedef {import('../../types.js').Point} Point
 *
 * @typedef {object} PlaneScene
 * @property {readonly Point[]} points a new array for new points
 * @property {'classification' | 'regression'} task
 * @property {number} classes
 * @property {import('../../network/architecture.js').Architecture | null} architecture null: no field
 * @property {ArrayLike<number> | null} parameters θ; a new array for new values; null: no field
 * @property {number} [revision] of the points and settings that the parameters were trained with
 * @property {boolean} training whether parameters change from frame to frame
 * @property {number} targetScale regression: the target and the output that get the full colour
 * @property {number | null} chosen id of the point that is followed
 * @property {number | null} [ringed] id of a point that words refer to, ringed like the chosen one
 * @property {boolean} [shut] no more points fit: the hand holds none
 * @property {{target: number, test: boolean} | null} brush what a click adds; null: clicks add nothing
 * @property {{layer: number, neuron: number} | null} showNeuron the neuron whose map covers the plane
 * @property {import('./name.js').PlaneFacts} [told] what its name tells, together with the page's words; else the plane
 *   judges the points itself
 * @property {boolean} faded points step back, as when training diverged
 * @property {import('../../ui/naming.js').Naming} [naming] what places and classes are called, where not by the plane's numbers and the marks
 * @property {ReadonlySet<number>} [lit] ids of points that lie under a wash
 */
export {};
