/**
 * Where a link is too long: links with fewer points, as far as they are short enough.
 */
import { toLink } from '../../kept/link.js';
import { make } from '../../ui/dom.js';
import { withFewer } from './less.js';
import { createWay } from './way.js';
import { LONGEST_LINK, shorterWords } from './words.js';

/** @typedef {import('../../types.js').Drawn} Drawn */

/** So many points tell a pattern. */
const SOME = 200;

/**
 * @param {(hash: string) => string} addressOf
 * @param {(most: number) => void} choose makes the link with so many points at most
 */
export function createShorter(addressOf, choose) {
  const ways = [0, SOME].map((most) => ({ most, way: createWay('copy', '', () => choose(most)) }));
  const element = make('div', { class: 'shorter', hidden: true }, ...ways.map(({ way }) => way.element));
  return {
    element,
    hide() {
      element.hidden = true;
    },
    /** @param {import('./less.js').Sent} sent that makes a link too long */
    async offer(sent) {
      for (const { most, way } of ways) {
        const fewer = withFewer(sent, most);
        const { length } = addressOf(await toLink(fewer, /** @type {Drawn | null} */ (fewer.drawn)));
        way.element.hidden = fewer === sent || length > LONGEST_LINK;
        const [name, more] = shorterWords(most, length);
        way.tell(name, more);
      }
      element.hidden = ways.every(({ way }) => way.element.hidden);
    },
  };
}
