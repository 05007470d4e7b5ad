import assert from 'node:assert/strict';
import { test } from 'node:test';

import { brokenWords } from '../../../../static/js/page/recovery/broken_words.js';
import { pressWords, wayWords } from '../../../../static/js/page/recovery/recovery_note.js';
import { emptyHistory } from '../../../../static/js/state/history.js';
import { progressAt } from '../../state/scene.js';

/** @type {import('../../../../static/js/page/recovery/state.js').WayBack} */
const WAY = {
  progress: progressAt(420), cost: 0.0312, changes: { learning_rate: 0.1 }, by_hand: false, restart: false,
  tried: { updates: 2000, cost: 0.0295 }, state: 'tried',
};
const DIVERGED = /** @type {import('../../../../static/js/types.js').Divergence} */ (
  { step: 513, what: 'cost', learning_rate: 100, revision: 0, progress: progressAt(512) });

test('it says which step, which cost, which rate, and what the press does', () => {
  assert.equal(wayWords(WAY), 'The best moment that was kept is step 420, with a cost of 0.031. '
    + 'Tried out: with rate 0.1, 2000 more steps from there bring it to 0.029.');
  assert.equal(pressWords(WAY, 100), 'Back to step 420, with rate 0.1');
  assert.equal(pressWords({ ...WAY, progress: progressAt(0) }, 100), 'Back to the start, with rate 0.1');
  assert.equal(pressWords({ ...WAY, changes: { learning_rate: 0.1, decay: 0.999 } }, 100),
    'Back to step 420, with rate 0.1 and decay 0.999');
});

test('a weight that was typed is told apart from a rate that is too high', () => {
  const way = { ...WAY, by_hand: true, changes: { learning_rate: 100 } };
  const titleOf = (/** @type {typeof WAY} */ back) => (
    brokenWords({ history: emptyHistory(), diverged: DIVERGED, way_back: back }).title.text);
  assert.equal(titleOf(way), 'A weight was set too large.');
  assert.equal(titleOf({ ...WAY, by_hand: true }), 'The numbers became too large.');
  assert.equal(pressWords(way, 100), 'Back to step 420');
});

test('it claims no more than it knows', () => {
  assert.match(wayWords({ ...WAY, state: 'sought', tried: null }), /Trying out which learning rate holds/);
  assert.match(wayWords({ ...WAY, state: 'guessed', tried: null }), /so rate 0\.1 is a guess\.$/);
  assert.equal(wayWords({ ...WAY, state: 'guessed', tried: null, cost: NaN }),
    'The best moment that was kept is step 420. The server could not try out what holds from there, so rate 0.1 is a guess.');
  const restart = { ...WAY, state: /** @type {const} */ ('hopeless'), restart: true, tried: null };
  assert.match(wayWords(restart), /^No learning rate holds/);
  assert.equal(pressWords(restart, 100), 'Back to the start, with rate 0.1');
});
