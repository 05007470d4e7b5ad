import assert from 'node:assert/strict';
import { test } from 'node:test';

import { divergingColour } from '../../../../static/js/figures/diverging.js';
import { Architecture } from '../../../../static/js/network/architecture.js';
import { appended, emptyHistory } from '../../../../static/js/state/history.js';
import { curveSvg } from '../../../../static/js/page/take_out/curve_svg.js';
import { networkSvg, SIZE } from '../../../../static/js/page/take_out/network_svg.js';
import { planeSvg, SIDE } from '../../../../static/js/page/take_out/plane_svg.js';
import { picture, text } from '../../../../static/js/page/take_out/svg.js';

const classes = ['blue', 'ochre', 'teal', 'mulberry'].map((name) => ({ mark: name, text: `${name}-edge`, field: `${name}-field` }));
const COLOURS = /** @type {any} */ ({
  paper: '#ffffff', raised: '#ffffff', ink: '#000000', ink2: '#222222', ink3: '#444444', control: '#888888', line: '#cccccc',
  positive: '#112233', negative: '#aa3322', classes,
});
const count = (/** @type {string} */ svg, /** @type {RegExp} */ pattern) => [...svg.matchAll(pattern)].length;

test('words in a picture are words, whatever they are', () => {
  const svg = picture({ width: 10, height: 20, title: '</title><script>', paper: '"' }, text(1, 2, '<b>&"', {}));
  assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="10" height="20" viewBox="0 0 10 20"/);
  assert.match(svg, /<title>&lt;\/title&gt;&lt;script&gt;<\/title><rect width="10" height="20" fill="&quot;"\/>/);
  assert.match(svg, /<text x="1" y="2">&lt;b&gt;&amp;&quot;<\/text><\/svg>$/);
});

test('the plane has a mark for each point that lies on it, hollow for testing, and a ring where the network is wrong', () => {
  const points = [
    { id: 1, x1: 0, x2: 0, target: 0, test: false }, { id: 2, x1: 1.5, x2: -1.5, target: 1, test: true }, { id: 3, x1: 50, x2: 0, target: 1, test: false },
  ];
  const svg = planeSvg({ points, wrong: new Set([2]), task: 'classification', field: 'data:image/png;base64,AA', colours: COLOURS });
  assert.equal(count(svg, /fill="blue" stroke="blue-edge"/g), 1);
  assert.equal(count(svg, /fill="#ffffff" stroke="ochre-edge"/g), 1);
  assert.equal(count(svg, /<circle [^>]*stroke="#000000"/g), 1);
  assert.match(svg, new RegExp(`<circle cx="${0.75 * SIDE}" cy="${0.75 * SIDE}"`));
  assert.match(svg, /<image width="480" height="480" href="data:image\/png;base64,AA"\/>/);
});

test('real targets lie on the scale of two colours, and a negative one has its bar', () => {
  const at = (/** @type {number} */ target) => planeSvg({
    points: [{ id: 1, x1: 0, x2: 0, target, test: false }], wrong: new Set(), task: 'regression', field: null, colours: COLOURS,
  });
  for (const [target, edge] of /** @type {const} */ ([[1, '#112233'], [-1, '#aa3322']])) {
    assert.ok(at(target).includes(`fill="${divergingColour(target, COLOURS)}" stroke="${edge}"`));
  }
  assert.equal(count(at(-1), /h4\.8/g) - count(at(1), /h4\.8/g), 1);
});

test('the network has a wire for each weight, dashed where it is negative, and a pin for each bias', () => {
  const architecture = new Architecture({
    features: ['x1', 'x2'], hidden: [3], task: 'classification', classes: 2, activation: 'tanh', output: 'softmax',
  });
  const parameters = Float64Array.from({ length: architecture.parameterCount }, (_, index) => (index === 4 ? -2 : 1));
  const svg = networkSvg({
    architecture, parameters, map: () => null, colours: COLOURS, titles: { features: ['x₁', 'x₂'], activation: 'tanh', output: 'softmax' },
  });
  assert.equal(count(svg, /C[\d. ]+"/g), 6 + 6);
  assert.equal(count(svg, /v14"/g), 3 + 2);
  assert.equal(count(svg, /stroke-dasharray/g), 1);
  assert.match(svg, /stroke="#aa3322" opacity="0\.8" stroke-width="5\.9" stroke-dasharray="6 4"/);
  assert.equal(count(svg, /<rect [^>]*fill="none"/g), 7);
  for (const words of ['inputs', 'layer 2, tanh', 'layer 3, softmax', 'x₂']) assert.ok(svg.includes(`>${words}<`));
});

test('a table’s own names stand beside the network, as words, and within the picture', () => {
  const architecture = new Architecture({
    features: ['x1', 'x2'], hidden: [3], task: 'classification', classes: 2, activation: 'tanh', output: 'softmax',
  });
  const parameters = new Float64Array(architecture.parameterCount);
  const svg = networkSvg({
    architecture, parameters, map: () => null, colours: COLOURS,
    titles: { features: ['petal length', 'w'.repeat(40)], classes: ['<i>setosa', 'v'], activation: 'tanh', output: 'softmax' },
  });
  const names = [...svg.matchAll(/<text x="([\d.]+)"[^>]*text-anchor="(end|start)"[^>]*>([^<]*)</g)].map(([, x, anchor, words]) => ({ x: Number(x), anchor, words }));
  assert.deepEqual(names.map(({ words }) => words), ['petal length', `${'w'.repeat(23)}…`, '&lt;i&gt;setosa', 'v']);
  // Seven pixels a character, whatever they are.
  assert.ok(names.every(({ x, anchor, words }) => (anchor === 'end' ? x > 7 * words.length : x + 7 * 9 < SIZE.width)));
});

test('the curve is told apart from the test curve, on both scales, and breaks where there is no number', () => {
  let history = emptyHistory();
  for (const [step, train, other] of [[0, 1, 0.9], [10, 0.1, NaN], [20, 0.01, 0.02]]) history = appended(history, step, train, other);
  for (const logarithmic of [true, false]) {
    const svg = curveSvg({ history, now: null, logarithmic, colours: COLOURS });
    const paths = [...svg.matchAll(/<path d="(M[^"]*)" fill="none"( [^>]*)/g)];
    // Of the test curve an edge and what it encloses: hollow, since dashes mean what is negative.
    assert.deepEqual(paths.map(([, d]) => count(d, /[ML]/g)), [2, 2, 3]);
    assert.equal(count(paths[0][1], /M/g), 2);
    assert.ok(!svg.includes('stroke-dasharray'));
    const widths = paths.map(([, , rest]) => Number(/stroke-width="([\d.]+)"/.exec(rest)?.[1]));
    assert.ok(widths[0] > widths[1] && paths[1][2].includes(`stroke="${COLOURS.paper}"`));
    const ends = [...svg.matchAll(/y="([\d.]+)"[^>]*>(?:train|test)</g)].map(([, y]) => Number(y));
    assert.ok(Math.abs(ends[0] - ends[1]) >= 13.9);
    assert.ok(svg.includes('>step 20<'));
  }
  assert.ok(!curveSvg({ now: null, history: emptyHistory(), logarithmic: true, colours: COLOURS }).includes('NaN'));
});

test('the curve goes up to now, on the page’s own scale', () => {
  let history = emptyHistory();
  for (const [step, train] of [[0, 0.02], [10, 0.01]]) history = appended(history, step, train, NaN);
  const svg = curveSvg({ history, now: { step: 17, train: 0.001, test: NaN }, logarithmic: true, colours: COLOURS });
  assert.ok(svg.includes('>step 17<'));
  assert.ok(!svg.includes('>1<'), 'no cost came near 1');
});

test('a table’s own plane has its ticks and the names of its axes, which stay text', () => {
  const naming = {
    axes: { x1: 'width <cm>', x2: 'height' }, ticks: () => ({ x1: [{ at: 0, text: '50' }], x2: [{ at: 1, text: '7.5' }] }),
  };
  const svg = planeSvg({
    points: [], wrong: new Set(), task: 'classification', field: null, colours: COLOURS, naming: /** @type {any} */ (naming),
  });
  for (const words of ['50', '7.5', 'width &lt;cm&gt; →', '↑ height']) assert.ok(svg.includes(`>${words}<`), words);
  assert.ok(!svg.includes('>−3<'));
});
