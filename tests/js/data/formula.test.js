/** Conditions as people type them mean what they mean in school, and nothing typed is ever run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawByFormula } from '../../../static/js/data/formula_points.js';
import { FormulaError, parseCondition } from '../../../static/js/data/formula.js';

/** @type {[string, (x: number, y: number) => boolean][]} */
const SAME = [
  ['y > sin(2x)', (x, y) => y > Math.sin(2 * x)],
  ['Y>SIN(2X)', (x, y) => y > Math.sin(2 * x)],
  ['x² + y² < 4', (x, y) => x ** 2 + y ** 2 < 4],
  ['x^2 + y^2 <= 4', (x, y) => x ** 2 + y ** 2 <= 4],
  ['x · y > 0', (x, y) => x * y > 0],
  ['xy > 0', (x, y) => x * y > 0],
  ['2xy − 1 ≥ 0', (x, y) => 2 * x * y - 1 >= 0],
  ['|x| + |y| < 2', (x, y) => Math.abs(x) + Math.abs(y) < 2],
  ['-x^2 > -1', (x) => -(x ** 2) > -1],
  ['x1 > x2', (x, y) => x > y],
  ['x > 0 and y > 0 or x < -1', (x, y) => (x > 0 && y > 0) || x < -1],
  ['(x > 0 or y > 0) and x < 1', (x, y) => (x > 0 || y > 0) && x < 1],
  ['y > exp(-x²) 2', (x, y) => y > Math.exp(-(x ** 2)) * 2],
  ['2(x + 1)(y - 1) > 1', (x, y) => 2 * (x + 1) * (y - 1) > 1],
  ['sqrt(x) > 1', (x) => Math.sqrt(x) > 1],
  ['y > 2^3^0.5 x / 4', (x, y) => y > (2 ** (3 ** 0.5)) * x / 4],
  ['y > e^-x²', (x, y) => y > Math.exp(-(x ** 2))],
  ['y > 2·-x²', (x, y) => y > 2 * -(x ** 2)],
  ['y > 1 - -(x + 1)^2 / 3', (x, y) => y > 1 + (x + 1) ** 2 / 3],
  ['y > x * --x', (x, y) => y > x * x],
  ['y > π/2 + cos(x)', (x, y) => y > Math.PI / 2 + Math.cos(x)],
];

for (const [text, truth] of SAME) {
  test(`${text} means what it says`, () => {
    const condition = parseCondition(text);
    for (let x = -3; x <= 3; x += 0.375) {
      for (let y = -3; y <= 3; y += 0.41) assert.equal(condition(x, y), truth(x, y), `${x}, ${y}`);
    }
  });
}

test('what can’t be read is told where', () => {
  const told = (/** @type {string} */ text) => {
    try {
      parseCondition(text);
      return 'nothing';
    } catch (error) {
      assert.ok(error instanceof FormulaError, String(error));
      return error.message;
    }
  };
  assert.match(told(''), /Type a comparison/);
  assert.match(told('y > sin('), /^A bracket is open|^After “y > sin\(” a number or x is missing/);
  assert.match(told('y > sin()'), /^After “sin\(” a number or x is missing/);
  assert.match(told('y >'), /^After “y >” a number or x is missing/);
  assert.match(told('sin(x)'), /compared/);
  assert.match(told('y > foo(x)'), /“foo” is not known/);
  assert.match(told('y > z'), /“z” is not known/);
  assert.match(told('1 < x < 2'), /Join comparisons/);
  assert.match(told('('.repeat(150)), /./);
  assert.match(told('y > x '.repeat(60)), /at most 200/);
});

test('nothing but formulas is understood, whatever is typed', () => {
  const hostile = [
    'constructor', 'y > constructor(x)', 'y > x.constructor', "y > x['a']", 'y > (x => 1)(2)', 'y > this', 'y > "a"', 'y > [1,2]',
    'y > `a`', 'y = 1', 'y > {}', 'y > x ? 1 : 2', 'y > toString(1)', 'y > __proto__', 'alert(1) > 2', 'y > sin.call(x)', 'y > 1; alert(1)',
    'y > x, x', 'new x > 1', 'y > !x',
  ];
  for (const text of hostile) assert.throws(() => parseCondition(text), FormulaError, text);
});

test('no text does harm', () => {
  const parts = ['x', 'y', '1', '2.5', '(', ')', '|', '>', '<', '=', '+', '-', '^', '²', 'sin', 'and', 'or', ' ', ',', '.', '[', 'π', '?', ':', '"', 'é', '\ud800'];
  let state = 7;
  const draw = (/** @type {number} */ most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  for (let round = 0; round < 4000; round += 1) {
    const text = Array.from({ length: draw(14) }, () => parts[draw(parts.length)]).join('');
    try {
      assert.equal(typeof parseCondition(text)(0.5, -0.5), 'boolean', text);
    } catch (error) {
      assert.ok(error instanceof FormulaError, `${text}: ${error}`);
      assert.match(error.message, /^[^\p{Cc}]{5,160}$/u, text);
    }
  }
});

test('points of a formula lie where it says, half of them where it is true', () => {
  const condition = parseCondition('y > sin(2x)');
  const points = drawByFormula(condition, { count: 200, noise: 0, testShare: 0.2, seed: 3 });
  assert.equal(points.length, 200);
  for (const { x1, x2, target } of points) assert.equal(target, x2 > Math.sin(2 * x1) ? 1 : 0);
  assert.equal(points.filter(({ target }) => target === 1).length, 100);
  assert.equal(points.filter((point) => point.test).length, 40);
  const always = drawByFormula(parseCondition('x < 9'), { count: 30, noise: 0.5, testShare: 0, seed: 3 });
  assert.equal(always.length, 30);
  assert.ok(always.every(({ x1, x2, target }) => target === 1 && Math.abs(x1) <= 3 && Math.abs(x2) <= 3));
});
