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
 * From one colour to others, at t = 0..1.
 * @typedef {object} Ramp
 * @property {Rgb} from
 * @property {(t: number) => Rgb} to
 * @property {(t: number) => number} share of `to`
 */

/**
 * A signed ramp: -1 is the first step, 0 the middle, 1 the last.
 * @param {Rgb} zero
 * @param {FieldColours} colours
 * @param {number} strength share of the full colour at ±1
 * @param {(t: number) => number} shade
 * @returns {Ramp}
 */
const signed = (zero, { negative, positive }, strength, shade) => ({
  from: zero,
  to: (t) => (2 * shade(t) - 1 < 0 ? negative : positive),
  share: (t) => Math.abs(2 * shade(t) - 1) ** 0.9 * strength,
});

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
    /** @type {Ramp[]} */
    const ramps = [
      signed(raised, colours, 0.92, shade.sign),
      signed(paper, colours, 0.6, shade.sign),
      ...fields.map((field) => ({ from: paper, to: () => field, share: (/** @type {number} */ t) => 0.08 + 0.78 * shade.winner(t) ** 1.15 })),
      ...classes.map((mark) => ({ from: paper, to: () => mark, share: (/** @type {number} */ t) => shade.likely(t) ** 0.9 * 0.9 })),
    ];
    this.rows = ramps.length;
    /** RGBA, row after row: what a texture takes. */
    this.bytes = new Uint8Array(this.rows * LEVELS * 4);
    let at = 0;
    for (const { from, to, share } of ramps) {
      for (let level = 0; level < LEVELS; level++) {
        const t = level / (LEVELS - 1);
        const [end, mixed] = [to(t), share(t)];
        for (let channel = 0; channel < 3; channel++) {
          this.bytes[at++] = Math.round(from[channel] + (end[channel] - from[channel]) * mixed);
        }
        this.bytes[at++] = 255;
      }
    }
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
