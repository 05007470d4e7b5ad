/**
 * @file The field's shaders: one evaluates a layer, one the whole network, two colour what these left in
 * float textures.
 */

import { ACTIVATIONS } from '../activations.js';
import { EXTENT } from '../grid.js';
import { bendOf } from '../outputs.js';
import { LEVELS } from './palette.js';
import { BOUNDARY } from './style.js';

/** Texels in a row of the texture that holds θ. */
export const PARAMETER_ROW = 64;

const HEAD = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
`;

/**
 * sin to 10⁻⁷: a processor's own may be off by 5·10⁻⁴. π in two parts, and Taylor's polynomial within ±π/2.
 */
const SINE = `
vec4 sine(vec4 z) {
  vec4 turns = round(z / ${Math.PI});
  vec4 r = (z - turns * 3.140625) - turns * ${Math.PI - 3.140625};
  vec4 s = r * r;
  vec4 value = r * (1.0 + s * (-1.0 / 6.0 + s * (1.0 / 120.0 + s * (-1.0 / 5040.0
    + s * (1.0 / 362880.0 - s / 39916800.0)))));
  return value * (1.0 - 2.0 * mod(turns, 2.0));
}
`;

/** A triangle that covers the viewport; no buffers needed. */
export const VERTEX = `#version 300 es
void main() {
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}`;

/**
 * @typedef {import('../../types.js').ActivationName} ActivationName
 * @typedef {import('../../types.js').OutputName} OutputName
 */

/** Softmax of the first neurons of a texel, which is all of an output layer. @param {number} neurons */
const softmax = (neurons) => `vec4 masked = z;
    for (int k = ${neurons}; k < 4; k++) masked[k] = -3.4e38;
    vec4 powers = exp(masked - max(max(masked.x, masked.y), max(masked.z, masked.w)));
    return powers / (powers.x + powers.y + powers.z + powers.w);`;

/**
 * σ on four neurons at once.
 * @param {ActivationName | 'softmax'} name
 * @param {number} neurons   of the layer; softmax alone asks
 */
const activate = (name, neurons) => `
vec4 activate(vec4 z) {\n    ${name === 'softmax' ? softmax(neurons) : ACTIVATIONS[name].glsl}\n}\n`;

/**
 * θ as four-neuron texels: rows of a layer's block (docs/notation.md), both sides padded to multiples of
 * four.
 */
const PARAMETERS = `
uniform sampler2D parameters;
vec4 texel(int index) {
  return texelFetch(parameters, ivec2(index % ${PARAMETER_ROW}, index / ${PARAMETER_ROW}), 0);
}
// What four sources add to four neurons; 'at' is the texel of the first source, 'stride' that from source to
// source.
vec4 contribution(vec4 a, int at, int stride) {
  return a.x * texel(at) + a.y * texel(at + stride)
    + a.z * texel(at + 2 * stride) + a.w * texel(at + 3 * stride);
}`;

/** The features of a node by their number in FEATURES; node (0, 0) is the plane's top left corner. */
const FEATURES = `${SINE}
uniform float resolution;
uniform int features[8];
uniform float held[5];
float feature(int which, vec2 x) {
  switch (which) {
    case 0: return x.x;
    case 1: return x.y;
    case 2: return x.x * x.x;
    case 3: return x.y * x.y;
    case 4: return x.x * x.y;
    case 5: return sine(vec4(x.x)).x;
    case 6: return sine(vec4(x.y)).x;
    case 7: return held[0];
    case 8: return held[1];
    case 9: return held[2];
    case 10: return held[3];
    case 11: return held[4];
    default: return 0.0;
  }
}
vec2 nodeAt(vec2 index) {
  return vec2(${EXTENT}.0, -${EXTENT}.0) * (2.0 * index / (resolution - 1.0) - 1.0);
}
vec4 fourFeatures(int first, vec2 x) {
  return vec4(feature(features[first], x), feature(features[first + 1], x),
    feature(features[first + 2], x), feature(features[first + 3], x));
}`;

/** Layer 1: features, four a texel, quads of neurons side by side. */
export const INPUT_LAYER = `${HEAD}${FEATURES}
out vec4 a;
void main() {
  vec2 pixel = floor(gl_FragCoord.xy);
  float quad = floor(pixel.x / resolution);
  a = fourFeatures(4 * int(quad), nodeAt(vec2(pixel.x - quad * resolution, pixel.y)));
}`;

/**
 * One later layer from the texture of the layer before it, at every node, laid out alike.
 * @param {ActivationName | 'softmax'} name
 * @param {number} neurons
 */
export const layerShader = (name, neurons) => `${HEAD}${PARAMETERS}${SINE}${activate(name, neurons)}
uniform sampler2D before;
uniform int side;           // nodes along a side
uniform int offset;         // texel of the layer's block
uniform ivec2 quads;        // of sources, of neurons
out vec4 a;
void main() {
  ivec2 pixel = ivec2(gl_FragCoord.xy);
  int quad = pixel.x / side;
  int column = pixel.x - quad * side;
  vec4 z = texel(offset + 4 * quads.x * quads.y + quad);
  for (int p = 0; p < quads.x; p++) {
    vec4 sources = texelFetch(before, ivec2(p * side + column, pixel.y), 0);
    z += contribution(sources, offset + 4 * p * quads.y + quad, quads.y);   // (F1)
  }
  a = activate(z);
}`;

/**
 * The whole network at one node, down to z^n: hidden layers of up to 4·QUADS neurons stay in registers.
 * @param {ActivationName} name
 * @param {number} quads
 */
export const networkShader = (name, quads) => `${HEAD}
#define QUADS ${quads}
${PARAMETERS}${FEATURES}${activate(name, 4 * quads)}
uniform int layers;
uniform int quads[16];      // of each layer, by its number
out vec4 result;
void main() {
  vec2 x = nodeAt(floor(gl_FragCoord.xy));
  vec4 a[QUADS];
  vec4 z[QUADS];
  for (int q = 0; q < QUADS; q++) {
    a[q] = q < quads[1] ? fourFeatures(4 * q, x) : vec4(0.0);
    z[q] = vec4(0.0);
  }
  int offset = 0;
  for (int i = 2; i <= layers; i++) {
    int sources = quads[i - 1], neurons = quads[i];
    for (int q = 0; q < QUADS; q++) {
      if (q < neurons) z[q] = texel(offset + 4 * sources * neurons + q);
    }
    for (int p = 0; p < QUADS; p++) {
      if (p < sources) {
        for (int q = 0; q < QUADS; q++) {
          if (q < neurons) z[q] += contribution(a[p], offset + 4 * p * neurons + q, neurons);   // (F1)
        }
      }
    }
    for (int q = 0; q < QUADS; q++) a[q] = activate(z[q]);
    offset += (4 * sources + 1) * neurons;
  }
  result = z[0];
}`;

/** A number as a shader has it. @param {number} value */
const glsl = (value) => value.toFixed(1);

const PALETTE = `
uniform sampler2D palette;
vec3 colourOf(int row, float share) {
  float level = share >= 1.0 ? 1.0 : share > 0.0 ? share : 0.0;
  return texelFetch(palette, ivec2(int(level * ${LEVELS - 1}.0 + 0.5), row), 0).rgb;
}`;

/**
 * z^n between the nodes: Catmull and Rom's cubic, which has no kinks, so that lines drawn from it have none.
 */
const BETWEEN_NODES = `
uniform sampler2D field;
uniform int side;
vec4 weights(float t) {
  return 0.5 * vec4(t * (t * (2.0 - t) - 1.0), t * t * (3.0 * t - 5.0) + 2.0,
    t * (t * (4.0 - 3.0 * t) + 1.0), t * t * (t - 1.0));
}
vec4 node(ivec2 at) {
  return texelFetch(field, clamp(at, ivec2(0), ivec2(side - 1)), 0);
}
vec4 row(ivec2 at, vec4 w) {
  return w.x * node(at - ivec2(1, 0)) + w.y * node(at)
    + w.z * node(at + ivec2(1, 0)) + w.w * node(at + ivec2(2, 0));
}
vec4 between(vec2 place) {
  vec2 at = clamp(place, 0.0, 1.0) * float(side - 1);
  ivec2 base = ivec2(floor(at));
  vec4 wx = weights(at.x - float(base.x)), wy = weights(at.y - float(base.y));
  return wy.x * row(base - ivec2(0, 1), wx) + wy.y * row(base, wx)
    + wy.z * row(base + ivec2(0, 1), wx) + wy.w * row(base + ivec2(0, 2), wx);
}`;

/**
 * The plane's colours and lines from z^n.
 * @param {OutputName} output
 * @param {number} classes   1 in regression, and of a single neuron
 * @param {readonly [number, number] | null} levels   of a single neuron that tells two classes apart
 */
export const planeShader = (output, classes, levels) => `${HEAD}
#define CLASSES ${classes}
${PALETTE}${BETWEEN_NODES}${activate(bendOf(output), classes)}
uniform vec2 size;          // of the picture, in pixels
uniform float lineWidth;    // in pixels
uniform vec3 ink;
uniform int firstRow;       // of the palette
uniform float range;
out vec4 colour;

// How much of the pixel the line f = 0 covers. Where f is flat there is no line to speak of.
float line(float f) {
  float slope = length(vec2(dFdx(f), dFdy(f)));
  if (!(slope > 1e-7)) return 0.0;
  return clamp(0.5 * lineWidth + 0.5 - abs(f) / slope, 0.0, 1.0);
}

void main() {
  vec4 z = between(vec2(gl_FragCoord.x, size.y - gl_FragCoord.y) / size);
  float covered = 0.0;
#if CLASSES == 1
${levels
    ? `  float lead = (activate(z).x - ${glsl((levels[0] + levels[1]) / 2)}) / ${glsl((levels[1] - levels[0]) / 2)};
  vec3 region = colourOf(firstRow + (lead > 0.0 ? 1 : 0), abs(lead));`
    : '  vec3 region = colourOf(firstRow, 0.5 + 0.5 * activate(z).x / range);'}
  covered = line(z.x);
#else
  int winner = 0;
  float first = z[0], second = -3.4e38;
  for (int k = 1; k < CLASSES; k++) {
    if (z[k] > first) { second = first; first = z[k]; winner = k; } else { second = max(second, z[k]); }
  }
${output === 'softmax'
    ? '  float confidence = (activate(z)[winner] - 1.0 / float(CLASSES)) / (1.0 - 1.0 / float(CLASSES));'
    : '  float confidence = activate(vec4(first)).x - activate(vec4(second)).x;'}
  for (int k = 0; k < CLASSES; k++) {
    float others = -3.4e38;
    for (int q = 0; q < CLASSES; q++) if (q != k) others = max(others, z[q]);
    covered = max(covered, line(z[k] - others));
  }
  vec3 region = colourOf(firstRow + winner, confidence);
#endif
  colour = vec4(mix(region, ink, covered * ${BOUNDARY.opacity}), 1.0);
}`;

/** A row of the atlas: the maps of one layer's neurons side by side. */
export const ATLAS_ROW = `${HEAD}${PALETTE}
uniform sampler2D values;
uniform int side;
uniform float top;          // of the row in the canvas, in pixels from below
uniform int rows[16];       // each neuron's row of the palette
uniform vec2 ramps[16];     // each neuron's slope and shift on it
out vec4 colour;
void main() {
  ivec2 pixel = ivec2(gl_FragCoord.x, top - gl_FragCoord.y);
  int neuron = pixel.x / side;
  int quad = neuron / 4;
  vec4 four = texelFetch(values, ivec2(pixel.x - neuron * side + quad * side, pixel.y), 0);
  vec2 ramp = ramps[neuron];
  colour = vec4(colourOf(rows[neuron], four[neuron - 4 * quad] * ramp.x + ramp.y), 1.0);
}`;
