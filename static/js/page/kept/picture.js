/**
 * The plane of an experiment as a small picture, made of what is kept of it: so it is of its newest state and in the present
 * colours.
 */
import { drawPoints } from '../../figures/plane/points.js';
import { EXTENT } from '../../figures/plane/geometry.js';
import { createField } from '../../network/field.js';
import { decodeVector } from '../../network/parameters.js';
import { architectureOf, classesShown } from '../../state/selectors.js';
import { heldOf } from '../../network/slice.js';
import { colours } from '../../ui/colours.js';

/** The points of a plane this wide are drawn as large as on the page, and shrink with it. */
const DRAWN_AT = 360;

/** @type {import('../../network/field/types.js').Field | null} one for all pictures: it is asked for one after the other */
let field = null;

/** @param {HTMLCanvasElement} canvas as large as it is laid out @param {import('../../kept/record.js').Kept} kept */
export function paintPicture(canvas, { checkpoint: { experiment, points, progress }, look }) {
  const side = Math.round((canvas.clientWidth || canvas.width) * window.devicePixelRatio);
  [canvas.width, canvas.height] = [side, side];
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const architecture = architectureOf(experiment).at(heldOf(points, look?.held ?? []));
  const parameters = decodeVector(progress.parameters);
  const palette = colours();
  if (points.length > 0 && parameters.length === architecture.parameterCount) {
    field ??= createField({ document, prefer: 'typed_arrays' });
    field.update(architecture, parameters);
    field.paintPlane(context, side, side, palette.field, { moving: true });
  }
  context.scale(side / DRAWN_AT, side / DRAWN_AT);
  const scene = {
    points, task: experiment.task, classes: classesShown(experiment, points), targetScale: 1, faded: false,
    architecture, parameters, training: false, chosen: null, brush: null, showNeuron: null, reach: look?.reach,
  };
  drawPoints(context, scene, { width: DRAWN_AT, height: DRAWN_AT, extent: EXTENT }, palette);
}
