/**
 * Where every element of the network lies in a box of a given size: columns of neurons from left to right,
 * wires between them, biases under them, and the cost as a last column.
 */

/** @typedef {import('../../network/architecture.js').Architecture} Architecture */
/** @typedef {{x: number, y: number}} Spot centre of a neuron, in CSS pixels */

/**
 * @typedef {object} NetworkLayout
 * @property {number} width
 * @property {number} height
 * @property {readonly number[]} sizes
 * @property {number} tile side of a neuron's tile
 * @property {number[]} columns x of each layer, layer 1 first
 * @property {number} columnPitch distance between two layers
 * @property {number | null} costX x of the cost, null without a cost column
 * @property {number} costRadius
 * @property {number} symbolSize of the inputs' symbols
 * @property {number} middle y of the middle of all columns
 * @property {Spot[][]} neurons by layer (from 0 for layer 1), then neuron
 * @property {Wires} wires
 * @property {Bias} bias
 * @property {'beside' | 'none'} outputNumbers whether a probability finds room beside its tile
 * @property {boolean} numbers whether activations find room under the tiles
 * @property {boolean} large whether numbers are drawn large
 */

/**
 * All wires in one order: by layer they lead into, source, destination.
 * @typedef {object} Wires
 * @property {number} count
 * @property {Float32Array} curves six numbers per wire: x0, y0, x of the two handles, x1, y1
 * @property {Int32Array} parameter index of the wire's weight in the flat vector
 * @property {Uint8Array} layer layer it leads into
 * @property {Uint8Array} source
 * @property {Uint8Array} neuron
 * @property {number[]} start index of the first wire that leads into layer i, at i
 */

/** @typedef {{dx: number, length: number, dot: number}} Bias stub relative to the bottom of the tile */

export const CURVE_NUMBERS = 6;
const HANDLE = 0.46;
const TILE = { least: 9, most: 56, ofRow: 0.7, ofColumn: 0.46 };
const SYMBOL = { least: 13, most: 22, base: 8, ofTile: 0.25 };
/** The cost's circle, and the room that its number takes on either side, are at least this large. */
const COST = { radius: 11, half: 18 };
const NARROW = 460;
const EDGES = { top: 56, bottom: 18, right: 54, rightNarrow: 22, rightWithoutCost: 64 };
const LABEL_GAP = 9;
const LABEL_MARGIN = 2;
/** Columns with few neurons stand a little further apart than their share. */
const SPREAD = { few: 3, ofFew: 1.28, ofMany: 1.1, mostTiles: 2.3 };
/** The room that a class mark and a probability take beside an output tile. */
const OUTPUT_ROOM = 62;
/** Tiles give up a part of their side for the numbers under them, down to a share and a size; smaller ones go without. */
const NUMBER_ROOM = { share: 0.74, tile: 19, under: 15 };
const LARGE_TILE = 46;
const STUB = { clear: 2, at: 41, least: 0.45, most: 1.35, left: 0.27, length: 8.6, dot: 2.9 };
/** This many wires or parameters are a crowd: too many to draw in one frame. */
export const CROWD = 400;
/** The wires of a neuron arrive spread over this part of its side. */
const FAN = 0.42;

/** @param {number} value @param {number} least @param {number} most */
const clamp = (value, least, most) => Math.min(most, Math.max(least, value));

/** @param {Architecture} architecture @param {Spot[][]} neurons @param {number} tile @returns {Wires} */
function layWires(architecture, neurons, tile) {
  const { sizes } = architecture;
  const count = sizes.slice(1).reduce((sum, size, at) => sum + size * sizes[at], 0);
  const wires = {
    count,
    curves: new Float32Array(count * CURVE_NUMBERS),
    parameter: new Int32Array(count),
    layer: new Uint8Array(count),
    source: new Uint8Array(count),
    neuron: new Uint8Array(count),
    start: /** @type {number[]} */ ([]),
  };
  let wire = 0;
  for (let layer = 2; layer <= sizes.length; layer += 1) {
    const [from, to] = [neurons[layer - 2], neurons[layer - 1]];
    wires.start[layer] = wire;
    from.forEach((a, source) => to.forEach((b, neuron) => {
      const [x0, x1] = [a.x + tile / 2, b.x - tile / 2];
      const fan = ((source + 0.5) / from.length - 0.5) * tile * FAN;
      const handle = (x1 - x0) * HANDLE;
      wires.curves.set([x0, a.y, x0 + handle, x1 - handle, x1, b.y + fan], wire * CURVE_NUMBERS);
      wires.parameter[wire] = architecture.weightIndex(layer, neuron, source);
      wires.layer[wire] = layer;
      wires.source[wire] = source;
      wires.neuron[wire] = neuron;
      wire += 1;
    }));
  }
  wires.start[sizes.length + 1] = wire;
  return wires;
}

/**
 * @param {Architecture} architecture
 * @param {number} width
 * @param {number} height
 * @param {object} [options]
 * @param {boolean} [options.cost] with a cost column
 * @param {number} [options.labelEms] width of the widest input's symbol, at a size of 1
 * @param {number} [options.top] room above, for the headings
 * @param {number} [options.bottom] room below
 * @returns {NetworkLayout}
 */
export function layNetwork(architecture, width, height, options = {}) {
  const { sizes } = architecture;
  const narrow = width < NARROW;
  const { cost = true, labelEms = 0, top = EDGES.top, bottom = EDGES.bottom } = options;
  const most = Math.max(...sizes);
  const gaps = sizes.length - 1;
  const room = Math.max(1, height - top - bottom);
  const row = room / most;

  const symbolFor = (/** @type {number} */ tile) =>
    clamp(SYMBOL.base + tile * SYMBOL.ofTile, SYMBOL.least, SYMBOL.most);
  const leftFor = (/** @type {number} */ tile) =>
    labelEms * symbolFor(tile) + LABEL_GAP + LABEL_MARGIN + tile / 2;
  const costRadiusFor = (/** @type {number} */ tile) => Math.max(tile / 2, COST.radius);
  const rightFor = (/** @type {number} */ tile) => {
    if (!cost) return EDGES.rightWithoutCost;
    return Math.max(narrow ? EDGES.rightNarrow : EDGES.right, costRadiusFor(tile) + LABEL_MARGIN);
  };
  /** @param {number} tile */
  const pitchFor = (tile) => {
    const free = width - rightFor(tile) - leftFor(tile);
    if (!cost) return (free - tile / 2) / gaps;
    const outputRoom = tile / 2 + OUTPUT_ROOM + Math.max(costRadiusFor(tile), COST.half);
    return Math.min(free / (gaps + 1), (free - outputRoom) / gaps);
  };
  /** @param {number} pitch */
  const tileFor = (pitch) => {
    const wished = clamp(Math.min(row * TILE.ofRow, pitch * TILE.ofColumn), TILE.least, TILE.most);
    const numbered = row - NUMBER_ROOM.under - 0.5;
    return numbered >= Math.max(NUMBER_ROOM.tile, NUMBER_ROOM.share * wished) ? Math.min(wished, numbered) : wished;
  };
  const tile = tileFor(pitchFor(tileFor(pitchFor(TILE.most))));
  const columnPitch = pitchFor(tile);

  const columns = sizes.map((_, at) => leftFor(tile) + at * columnPitch);
  const costX = cost ? width - rightFor(tile) : null;
  const middle = top + room / 2;
  const neurons = sizes.map((size, at) => {
    const wide = row * (size <= SPREAD.few ? SPREAD.ofFew : SPREAD.ofMany);
    const gap = Math.min(wide, room / size, tile * SPREAD.mostTiles);
    const first = middle - ((size - 1) / 2) * gap;
    return Array.from({ length: size }, (_, j) => ({ x: columns[at], y: first + j * gap }));
  });
  const least = Math.min(...neurons.map((column) => (column.length > 1 ? column[1].y - column[0].y : room)));
  const costRadius = costRadiusFor(tile);
  const afterOutput = (costX === null ? width : costX - costRadius) - columns[gaps] - tile / 2;
  const stubRoom = (least - tile - STUB.clear) / (STUB.length + 2 * STUB.dot);
  const stub = Math.max(0, Math.min(clamp(tile / STUB.at, STUB.least, STUB.most), stubRoom));
  return {
    width,
    height,
    sizes,
    tile,
    columns,
    columnPitch,
    costX,
    costRadius,
    symbolSize: symbolFor(tile),
    middle,
    neurons,
    wires: layWires(architecture, neurons, tile),
    bias: { dx: -tile * STUB.left, length: STUB.length * stub, dot: STUB.dot * stub },
    outputNumbers: afterOutput > OUTPUT_ROOM - 1 ? 'beside' : 'none',
    numbers: tile >= NUMBER_ROOM.tile && least - tile >= NUMBER_ROOM.under,
    large: tile > LARGE_TILE,
  };
}

/** @param {NetworkLayout} layout */
export const isCrowd = ({ wires }) => wires.count >= CROWD;

/**
 * The point a share (0..1) of the way along a wire, by the curve's parameter.
 * @param {Wires} wires
 * @param {number} wire
 * @param {number} share
 * @returns {Spot}
 */
export function alongWire({ curves }, wire, share) {
  const at = wire * CURVE_NUMBERS;
  const back = 1 - share;
  const [b0, b1, b2, b3] = [back ** 3, 3 * back * back * share, 3 * back * share * share, share ** 3];
  return {
    x: b0 * curves[at] + b1 * curves[at + 2] + b2 * curves[at + 3] + b3 * curves[at + 4],
    y: (b0 + b1) * curves[at + 1] + (b2 + b3) * curves[at + 5],
  };
}

/**
 * The part of a wire from its destination back to a share of its length, as one curve (by de Casteljau's subdivision).
 * @param {CanvasRenderingContext2D} context
 * @param {Wires} wires
 * @param {number} wire
 * @param {number} share
 */
export function traceWireFrom(context, { curves }, wire, share) {
  const at = wire * CURVE_NUMBERS;
  const mix = (/** @type {number} */ a, /** @type {number} */ b) => a + (b - a) * share;
  const last = (/** @type {readonly number[]} */ [p0, p1, p2, p3]) => {
    const [q0, q1, q2] = [mix(p0, p1), mix(p1, p2), mix(p2, p3)];
    const [r0, r1] = [mix(q0, q1), mix(q1, q2)];
    return [mix(r0, r1), r1, q2, p3];
  };
  const x = last([curves[at], curves[at + 2], curves[at + 3], curves[at + 4]]);
  const y = last([curves[at + 1], curves[at + 1], curves[at + 5], curves[at + 5]]);
  context.moveTo(x[3], y[3]);
  context.bezierCurveTo(x[2], y[2], x[1], y[1], x[0], y[0]);
}

/**
 * Index of a wire.
 * @param {NetworkLayout} layout
 * @param {number} layer the layer it leads into
 * @param {number} neuron
 * @param {number} source
 */
export function wireIndex({ sizes, wires }, layer, neuron, source) {
  return wires.start[layer] + source * sizes[layer - 1] + neuron;
}
