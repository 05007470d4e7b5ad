/**
 * What the plane shows, as a type.
 *
 * @typedef {import('../../types.js').Point} Point
 *
 * @typedef {object} PlaneScene
 * @property {readonly Point[]} points a new array for new points
 * @property {'classification' | 'regression'} task
 * @property {number} classes
 * @property {import('../../network/architecture.js').Architecture | null} architecture null: no field. Where it holds further columns,
 *   points are paler the farther they lie from there
 * @property {number} [reach] how far off one is half faded
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

/**
 * @typedef {object} PlaneOptions
 * @property {import('../../network/field/types.js').Field | null} [field] paints the regions; may be shared with a network
 * @property {(place: import('./geometry.js').Place) => void} [onAdd]
 * @property {(id: number, place: import('./geometry.js').Place, phase: import('./gestures.js').DragPhase) => void} [onMove] at `cancel`, back to where it was
 * @property {(id: number) => void} [onRemove]
 * @property {(id: number) => void} [onPick]
 * @property {(id: number) => void} [onFollow] by keyboard, the point under the crosshair
 * @property {(place: import('./geometry.js').Place | null) => void} [onHover]
 * @property {() => void} [onLayout] after the size of the plane changed
 */
