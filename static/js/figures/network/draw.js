/**
 * Draws a scene on the canvases above the wires: signals and marks (every frame), tiles (now and then).
 */

import { drawLabel, labelOf } from './highlights.js';
import { parseKey } from '../../network/keys.js';
import { alongWire, wireIndex } from './layout.js';
import { drawMarks } from './marks.js';
import { drawArrows, drawFlows, drawTruths } from './story.js';
import { drawCostCircle, drawTiles, tilesOf } from './tiles.js';
import { drawBiases } from './wires.js';
import { wipe } from '../wipe.js';

/** @typedef {import('../../ui/colours.js').Colours} Colours */
/** @typedef {import('./emphasis.js').Emphasis} Emphasis */
/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('./scene.js').NetworkScene} NetworkScene */

/**
 * What a drawing needs besides the scene.
 * @typedef {object} Picture
 * @property {NetworkLayout} layout
 * @property {Emphasis | null} emphasis
 * @property {ReadonlySet<string>} highlight keys with a wash, including the one pointed at
 * @property {string | null} pointed key under the pointer or the keyboard's focus
 * @property {number} greatest size of the greatest parameter, which is drawn widest
 * @property {Colours} colours
 */

const PULSE = { least: 1.5, growth: 2.2, most: 6, edge: 1.3 };

/** Signals on their way: area by |a·w|, hollow when negative. @param {CanvasRenderingContext2D} context
 *  @param {NetworkScene} scene @param {NetworkLayout} layout @param {Colours} colours */
function drawPulses(context, { pulses, architecture }, layout, colours) {
  context.strokeStyle = colours.ink;
  context.lineWidth = PULSE.edge;
  for (const { key, position, value } of pulses) {
    const element = parseKey(key, architecture.layers);
    if (element?.kind !== 'weight') continue;
    const wire = wireIndex(layout, element.layer, element.neuron, element.source);
    const { x, y } = alongWire(layout.wires, wire, position);
    const radius = Math.min(PULSE.most, PULSE.least + PULSE.growth * Math.sqrt(Math.abs(value)));
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = value < 0 ? colours.raised : colours.ink;
    context.fill();
    context.stroke();
  }
}

/**
 * What travels on the wires, drawn apart from them because it moves in every frame of a pass and they seldom do.
 * @param {CanvasRenderingContext2D} context
 * @param {NetworkScene} scene
 * @param {Picture} picture
 */
export function drawSignalLayer(context, scene, { layout, colours }) {
  wipe(context);
  drawPulses(context, scene, layout, colours);
  drawFlows(context, scene, layout, colours);
}

/** Whether anything is travelling. @param {NetworkScene | null} scene */
export const hasSignals = (scene) => scene !== null && (scene.pulses.length > 0 || (scene.story?.flows.length ?? 0) > 0);

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../../network/field/types.js').Field | null} field already holds the scene's parameters
 * @param {NetworkScene} scene
 * @param {Picture} picture
 */
export function drawTileLayer(context, field, { selected, training }, { layout, emphasis, colours }) {
  const strong = new Set(emphasis?.strong ?? []);
  if (selected) strong.add(selected);
  wipe(context);
  drawTiles(context, tilesOf(layout, emphasis), field, strong, colours, training);
  drawCostCircle(context, layout, strong, colours);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {NetworkScene} scene
 * @param {Picture} picture
 */
export function drawMarkLayer(context, scene, picture) {
  const { layout, emphasis, highlight, pointed, greatest, colours } = picture;
  const { architecture, parameters } = scene;
  wipe(context);
  drawBiases(context, layout, parameters, architecture, greatest, emphasis, colours);
  // Numbers give way to the labels that lie on chips.
  const chips = [...scene.symbols].filter((key) => key === pointed || highlight.has(key)).concat(pointed ?? [])
    .flatMap((key) => labelOf(context, key, scene, layout, key === pointed) ?? []);
  drawMarks(context, scene, layout, emphasis, colours, chips);
  drawArrows(context, scene, layout, colours);
  drawTruths(context, scene, layout, colours);
  for (const key of scene.symbols) {
    const style = highlight.has(key) ? 'washed' : 'plain';
    if (key !== pointed) drawLabel(context, key, scene, layout, style, colours);
  }
  if (pointed) drawLabel(context, pointed, scene, layout, 'value', colours);
}
