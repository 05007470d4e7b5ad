import assert from 'node:assert/strict';
import { test } from 'node:test';

import { groupWords, whenWords } from '../../../static/js/kept/when.js';

/** A time of the clock on the wall, wherever that hangs. @param {number} day of November 2025 @param {number} hour @param {number} minute */
const at = (day, hour, minute) => new Date(2025, 10, day, hour, minute).getTime();
const NOW = at(28, 14, 30); // a Friday

test('when something was is said as people say it', () => {
  assert.equal(whenWords(at(28, 9, 5), NOW), 'today 09:05');
  assert.equal(whenWords(at(27, 23, 59), NOW), 'yesterday 23:59');
  assert.equal(whenWords(at(25, 15, 10), NOW), 'Tuesday 15:10');
  assert.equal(whenWords(at(3, 8, 0), NOW), '3 November 2025');
  assert.equal(whenWords(at(29, 8, 0), NOW), 'today 08:00', 'a clock that was put back');
});

test('a list is grouped by days, then by months', () => {
  assert.deepEqual([28, 27, 26, 21, 20].map((day) => groupWords(at(day, 12, 0), NOW)),
    ['Today', 'Yesterday', 'Last week', 'Last week', 'November 2025']);
});

test('what words of time are made with is made when they are first asked for, not as a page starts', async (context) => {
  let made = 0;
  class Counted extends Intl.DateTimeFormat {
    /** @param {ConstructorParameters<typeof Intl.DateTimeFormat>} given */
    constructor(...given) {
      super(...given);
      made += 1;
    }
  }
  context.mock.property(Intl, 'DateTimeFormat', /** @type {any} */ (Counted));
  // @ts-expect-error the same module, read anew
  const anew = await import('../../../static/js/kept/when.js?anew');
  assert.equal(made, 0);
  anew.clockWords(0);
  anew.clockWords(1);
  assert.equal(made, 1);
});
