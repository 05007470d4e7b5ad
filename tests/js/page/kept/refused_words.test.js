import assert from 'node:assert/strict';
import { test } from 'node:test';

import { faultOfLink } from '../../../../static/js/page/kept/link_faults.js';
import { outsideWords } from '../../../../static/js/page/kept/refused_words.js';
import { ConnectionLostError, RefusedError } from '../../../../static/js/wire/errors.js';

/** @param {string | null} field @param {unknown} [given] */
const said = (field, given) => outsideWords(/** @type {any} */ ({ message: 'No.', field, given }));

test('a refusal of what came from outside names the place', () => {
  for (const [field, given, words] of [
    ['checkpoint.points.3.x1', 100000, 'No. Look at its point 4, x1, 100000.'],
    ['checkpoint.points.0.more.1', '<b>', 'No. Look at its point 1, x4, “<b>”.'],
    ['checkpoint.points.2', null, 'No. Look at its point 3, null.'],
    ['checkpoint.points', undefined, 'No. Look at its points.'],
    ['checkpoint.experiment.learning_rate', -1, 'No. Look at its settings, learning rate, -1.'],
    ['checkpoint.experiment.hidden.0', 1e9, 'No. Look at its settings, hidden, 1000000000.'],
    ['checkpoint.progress.optimizer.velocity', 'x'.repeat(50), 'No. Look at where its training stands, optimizer, velocity.'],
    ['checkpoint.progress.step', 'a\u202eb\n', 'No. Look at where its training stands, step, “a b”.'],
    ['updates', 3, 'No.'], [null, undefined, 'No.'],
  ]) assert.equal(said(/** @type {any} */ (field), given), words);
});

test('a link whose points no server draws says so, and not that another try would help', () => {
  const refusal = new RefusedError({ type: 'error', id: 1, code: 'invalid', field: 'dataset', given: '<b>', allowed: 'one of moons', message: 'There is no data set of this name.' });
  assert.equal(faultOfLink(refusal), 'This link can’t be opened: the server does not draw its points. There is no data set of this name.');
  assert.match(faultOfLink(new ConnectionLostError('gone')), /Try again when the connection is back\.$/);
});
