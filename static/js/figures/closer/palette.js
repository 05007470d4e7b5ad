/**
 * @file The ramps of the maps in the theme in force, made once a theme.
 */
import { Palette, colourOf } from '../../network/field/palette.js';
import { colours } from '../../ui/colours.js';

/** @type {Palette | null} */
let made = null;

/** @returns {Palette} */
export function palette() {
  const { field } = colours();
  if (made?.colours !== field) made = new Palette(field);
  return made;
}

/**
 * The colour of a share of a ramp, as CSS text.
 * @param {number} row of the palette
 * @param {number} share 0..1
 */
export function cssColour(row, share) {
  const bytes = new Uint8Array(new Uint32Array([colourOf(palette(), row, share)]).buffer);
  return `rgb(${bytes[0]} ${bytes[1]} ${bytes[2]})`;
}

/**
 * Which part of a ramp stands for activations from `low` to `high`.
 * @typedef {object} Ramp
 * @property {'signed' | 'plane' | {mark: number} | {field: number}} of signed: neurons and inputs; plane: the plane in
 *   regression; mark: an output's map; field: a class's region
 * @property {number} from share of the ramp where it begins
 * @property {number} to share where it ends
 */

/** @param {Ramp} ramp */
export function rowOf({ of }) {
  const rows = palette();
  if (of === 'signed') return rows.signedTile;
  if (of === 'plane') return rows.signedPlane;
  return 'mark' in of ? rows.mark(of.mark) : rows.field(of.field);
}
