/**
 * @file Colours of the maps as ramps of a few hundred steps, built once a theme: a lookup is all that a pixel
 * costs.
 */

/** @typedef {import('./types.js').FieldColours} FieldColours */
/** @typedef {import('./types.js').Rgb} Rgb */

/** Steps of a ramp. Odd, so that a signed ramp has a step for zero. */
export const LEVELS = 511;

const SIGNED_TILE = 0;
const SIGNED_PLANE = 1;
const FIRST_FIELD = 2;

/**
 * @param {Rgb} from
 * @param {Rgb} to
 * @param {number} share of `to`
 */
const mix = (from, to, share) => from.map((channel, i) => channel + (to[i] - channel) * share);

/**
 * A signed ramp: -1 is the first step, 0 the middle, 1 the last.
 * @param {Rgb} zero
 * @param {FieldColours} colours
 * @param {number} strength share of the full colour at ±1
 */
const signed = (zero, colours, strength) => (/** @type {number} */ t) => {
  const value = 2 * t - 1;
  return mix(zero, value < 0 ? colours.negative : colours.positive, Math.abs(value) ** 0.9 * strength);
};

/** The ramps of one theme, one after the other. A ramp is named by its number, its row. */
export class Palette {
  /** @param {FieldColours} colours */
  constructor(colours) {
    this.colours = colours;
    this.classes = colours.fields.length;
    const { paper, raised, fields, classes, discretised } = colours;
    /** Shares as they are, or as what is decided by them. @type {Record<string, (t: number) => number>} */
    const shade = discretised
      ? { sign: (t) => 0.5 + 0.5 * Math.sign(t - 0.5), winner: () => 1, likely: (t) => Number(t >= 0.5) }
      : { sign: Number, winner: Number, likely: Number };
    const [tile, plane] = [signed(raised, colours, 0.92), signed(paper, colours, 0.6)];
    const ramps = [
      (/** @type {number} */ t) => tile(shade.sign(t)),
      (/** @type {number} */ t) => plane(shade.sign(t)),
      ...fields.map((field) => (/** @type {number} */ t) => mix(paper, field, 0.08 + 0.78 * shade.winner(t) ** 1.15)),
      ...classes.map((mark) => (/** @type {number} */ t) => mix(paper, mark, shade.likely(t) ** 0.9 * 0.9)),
    ];
    this.rows = ramps.length;
    /** RGBA, row after row: what a texture takes. */
    this.bytes = new Uint8Array(this.rows * LEVELS * 4);
    ramps.forEach((ramp, row) => {
      for (let level = 0; level < LEVELS; level++) {
        this.bytes.set([...ramp(level / (LEVELS - 1)).map(Math.round), 255], (row * LEVELS + level) * 4);
      }
    });
    /** The same bytes, a colour a word: what an image's words take, whatever the byte order. */
    this.words = new Uint32Array(this.bytes.buffer);
  }

  /** The row for the plane in regression. */
  get signedPlane() {
    return SIGNED_PLANE;
  }

  /** The row for maps of signed values in neurons. */
  get signedTile() {
    return SIGNED_TILE;
  }

  /** The row for class k's confidence on the plane; classes follow one another. @param {number} k */
  field(k) {
    return FIRST_FIELD + k;
  }

  /** The row for class k's output neuron. @param {number} k */
  mark(k) {
    return FIRST_FIELD + this.classes + k;
  }
}

/**
 * The colour of a share 0..1; what lies outside gets the nearest end's.
 * @param {Palette} palette
 * @param {number} row
 * @param {number} share
 */
export function colourOf(palette, row, share) {
  // NaN fails both comparisons and becomes 0 by `| 0`, so a diverged network still gets a colour.
  const level = share >= 1 ? LEVELS - 1 : share <= 0 ? 0 : (share * (LEVELS - 1) + 0.5) | 0;
  return palette.words[row * LEVELS + level];
}
