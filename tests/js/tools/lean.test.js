import assert from 'node:assert/strict';
import { test } from 'node:test';
import katex from 'katex';

import { lean } from '../../../tools/lean.mjs';

const FORMULAS = [
  'a_j^i = \\sigma(z_j^i)', '\\frac{\\partial C}{\\partial w_{2,1}^{1,2}} \\le 10^{-4}', '\\sqrt{\\hat{m}} + \\max(0, x)',
  '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}', '\\htmlData{el=w:2:0}{w_{1,1}^{1,2}} = \\mathbf{b}\\text{ of it}',
];

const set = (/** @type {string} */ tex) => (
  katex.renderToString(tex, { displayMode: true, output: 'htmlAndMathml', trust: true, strict: false })
);
/** What is read of it, without the TeX in its annotation. */
const text = (/** @type {string} */ html) => html.replace(/<annotation.*?<\/annotation>/gs, '').replace(/<[^>]*>/g, '');
const count = (/** @type {string} */ html, /** @type {RegExp} */ sign) => (html.match(sign) ?? []).length;

test('a span that only says which kind of sign stands in it goes, and what it holds stays', () => {
  assert.equal(
    lean('<span class="katex-base"><span class="mord"><span class="mopen">(</span><span class="mord mathnormal">a</span></span><span class="mspace" style="x:1"></span><span class="mord mtight">1</span></span>'),
    '<span class="katex-base">(<span class="mord mathnormal">a</span><span class="mspace" style="x:1"></span>1</span>',
  );
});

test('a span in a span of a column stays, for that one has a rule', () => {
  const column = '<span class="vlist"><span style="top:1em"><span class="pstrut"></span><span class="mord"><span class="mord mathnormal">a</span></span></span></span>';
  assert.equal(lean(column), column);
  assert.equal(
    lean('<span class="vlist"><span style="top:1em"><span class="mord"><span class="mbin">+</span></span></span></span>'),
    '<span class="vlist"><span style="top:1em"><span class="mord">+</span></span></span>',
  );
});

test('the TeX that nobody sees goes, and its wrapper', () => {
  assert.equal(
    lean('<math><semantics><mrow><mi>a</mi></mrow><annotation encoding="application/x-tex">a</annotation></semantics></math>'),
    '<math><mrow><mi>a</mi></mrow></math>',
  );
});

test('what ends without having begun is refused', () => {
  assert.throws(() => lean('<span>a</math>'), /<\/math>/);
  assert.throws(() => lean('<span>a'), /<span> is not ended/);
});

for (const tex of FORMULAS) {
  test(`of ${tex} all that is seen stays, in fewer elements`, () => {
    const [before, after] = [set(tex), lean(set(tex))];
    assert.equal(text(after), text(before));
    for (const sign of [/ style="/g, / data-el="/g, /<path/g, / class="[^"]*(mathnormal|mathbf|vlist|katex-sizing|mspace)/g, /<m[a-z]+/g]) {
      assert.equal(count(after, sign), count(before, sign), String(sign));
    }
    assert.ok(count(after, /<[a-z]/g) < count(before, /<[a-z]/g));
  });
}
