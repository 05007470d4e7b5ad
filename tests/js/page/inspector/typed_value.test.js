import assert from 'node:assert/strict';
import test from 'node:test';

import { typedValue } from '../../../../static/js/page/inspector/typed_value.js';

test('a weight is typed as a decimal, a fraction or a percentage', () => {
  for (const [text, value] of /** @type {const} */ ([['0,25', 0.25], ['\u22121/4', -0.25], ['1 / 8', 0.125], ['20%', 0.2], ['1e6', 1e6]])) {
    assert.deepEqual(typedValue(text), { value }, text);
  }
});

test('what can be no weight is told why', () => {
  for (const [text, why] of /** @type {const} */ ([
    ['', /^\u201c\u201d is not a number\. Type digits/], ['a half', /^\u201ca half\u201d is not a number/], ['1 000', /not a number/],
    ['NaN', /not a number/], ['1/2/3', /not a number/],
    ['1/0', /^Nothing can be divided by 0/],
    ['1000001', /^\u201c1000001\u201d is too large\. A weight goes from \u2212/], ['-1/1e-7', /is too large/],
    ['\u2212inf', /^\u201c\u2212inf\u201d is more than the computer can hold\. A weight goes/], ['1e999', /more than the computer can hold/],
    ['1e400/2', /more than the computer can hold/],
  ])) {
    const typed = typedValue(text);
    assert.match('wrong' in typed ? typed.wrong : '', why, text);
  }
});
