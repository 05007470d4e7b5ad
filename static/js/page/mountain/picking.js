/**
 * Two weights or biases, chosen on the network with Shift, are the floor of a mountain.
 */
import { parseKey } from '../../network/keys.js';
import { pick } from './state.js';

const NOTICES = {
  first: 'The mountain’s floor has its first direction. Hold Shift and click a second weight or bias.',
  again: 'That is the floor’s first direction already. Hold Shift and click another weight or bias.',
  both: null,
};

/**
 * Says whether what was clicked is a direction.
 * @param {Pick<import('../page.js').Page, 'view'>} page
 * @param {string} key
 */
export function pickFloor({ view }, key) {
  const kind = parseKey(key, 0)?.kind;
  if (kind !== 'weight' && kind !== 'bias') return false;
  view.reading.notice = NOTICES[pick(view.mountain, key)];
  return true;
}
