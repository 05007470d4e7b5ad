/**
 * @file What the field is given to draw, and where. Types only; nothing is exported at run time.
 */

/** @typedef {[number, number, number]} Rgb   red, green, blue, each 0..255 */

/**
 * @typedef {Object} FieldColours
 * @property {Rgb} paper
 * @property {Rgb} raised
 * @property {Rgb} ink
 * @property {Rgb} positive    slate
 * @property {Rgb} negative    clay
 * @property {Rgb[]} classes   the mark of each class
 * @property {Rgb[]} fields    the tint of each class at full confidence
 * @property {boolean} [discretised]   only what is decided, not how sure it is: no shades
 */

/**
 * @typedef {Object} Tile   where one neuron's map goes, in the units of the context it is painted on
 * @property {number} layer     1..n
 * @property {number} neuron    from 0
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {number} [radius]    of its corners
 * @property {number} [opacity]   0..1
 */

/** @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Context2D */

/**
 * @typedef {Object} FieldOptions
 * @property {boolean} [moving]   the network changes with every frame, so a quick picture is worth more than
 *   a fine one
 * @property {boolean} [fine]     maps are shown large, and time may be spent on them
 * @property {boolean} [inParts]  the picture may be painted over several calls, so that no frame bears it all
 * @property {boolean} [soon]     a coarse picture will do where there was none yet; the next call paints a fine one
 * @property {number} [range]     regression: the value that gets the full colour (1 if absent)
 */

/**
 * @typedef {Object} Field   the network over the plane [-3, 3]², drawn by WebGL2 or typed arrays
 * @property {() => boolean} isReady   false the first time, which looks for a graphics processor: that alone takes most of a
 *   frame, so whoever paints from frame to frame begins in the next one
 * @property {() => 'webgl2' | 'typed_arrays'} kind   what draws now; it changes when the graphics processor
 *   is lost
 * @property {(architecture: import('../architecture.js').Architecture,
 *   parameters: ArrayLike<number>) => void} update   what to draw from now on; cheap until something is
 *   painted
 * @property {(context: Context2D, width: number, height: number, colours: FieldColours,
 *   options?: FieldOptions) => boolean} paintPlane   clears (0, 0, width, height) and paints decision regions
 *   and boundaries there; false where it has not done so yet, or coarsely, and shall be called again (`inParts`, `soon`, and at rest where a
 *   fine one takes long)
 * @property {(context: Context2D, tiles: Tile[], colours: FieldColours,
 *   options?: FieldOptions) => void} paintTiles   the maps of all given neurons
 * @property {(layer: number, resolution: number) => Float32Array} valuesAt   a layer's activations at
 *   resolution² nodes over the plane, neuron after neuron, rows from the top left; slow, for looking at what
 *   was drawn
 * @property {(resolution: number) => Float32Array} outputsAt   the same for z^n, from which the plane is
 *   drawn
 * @property {() => void} destroy
 */

export {};
