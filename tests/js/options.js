/** @file What a server tells of choices, but for the data sets' previews; written by `make generate`. */

import { readFileSync } from 'node:fs';

/** @type {import('../../static/js/types.js').Options} */
export const OPTIONS = JSON.parse(readFileSync(new URL('../fixtures/options.json', import.meta.url), 'utf8'));
