/** @file What a server tells of choices, but for the data sets' previews; written by `make generate`. */

import options from '../fixtures/options.json' with { type: 'json' };

export const OPTIONS = /** @type {import('../../static/js/types.js').Options} */ (/** @type {unknown} */ (options));
