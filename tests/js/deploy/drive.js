/**
 * @file Pages that train and edit while servers come and go.
 *
 * `node drive.js ADDRESS` reads a list of cases from its standard input's first line (tests/deploy/pages.py). From then on
 * it answers each line: "settle", once all pages are shown training that goes on, and "end", with what became of them.
 */

import { createInterface } from 'node:readline/promises';

import { openRestlessPage } from './restless_page.js';

const input = createInterface({ input: process.stdin });
const lines = input[Symbol.asyncIterator]();
const [, , url] = process.argv;

/** @param {unknown} answer */
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

const { value: first } = await lines.next();
const cases = /** @type {import('./restless_page.js').Case[]} */ (JSON.parse(first ?? ''));
const pages = cases.map((one, number) => openRestlessPage(url, one, number));
await Promise.all(pages.map((page) => page.begin()));
say('begun');
for await (const line of { [Symbol.asyncIterator]: () => lines }) {
  if (line === 'settle') {
    await Promise.all(pages.map((page) => page.settle()));
    say('settled');
  } else {
    say(await Promise.all(pages.map((page) => page.end())));
    input.close();
  }
}
