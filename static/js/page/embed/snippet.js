/**
 * What a frame is to show, as an address and as the snippet that another page stands it in.
 */

/**
 * @typedef {object} Wish
 * @property {Set<string>} show parts, of PARTS
 * @property {Set<string>} may what a reader may do, of DEEDS
 * @property {string} lesson its name; '' for none
 * @property {'' | 'light' | 'dark'} theme '' for the colours of the page around
 * @property {boolean} run whether it trains by itself
 * @property {[number, number]} size
 */

/** Each with what it is called in a sentence. */
export const PARTS = /** @type {const} */ ({ plane: 'the plane', network: 'the network', words: 'the words', curve: 'the cost curve' });
export const DEEDS = /** @type {const} */ ({ train: 'Train', reset: 'Reset', points: 'new points', layers: 'layers', settings: 'settings' });
/** @type {[number, number][]} */
export const SIZES = [[720, 480], [480, 360], [720, 720], [960, 600]];
const USUAL = { show: 'plane,network', may: 'train,reset' };

/** @returns {Wish} */
export const usualWish = () => ({ show: new Set(USUAL.show.split(',')), may: new Set(USUAL.may.split(',')), lesson: '', theme: '', run: false, size: SIZES[0] });

/** @param {Set<string>} chosen @param {object} all in their order */
const listed = (chosen, all) => Object.keys(all).filter((name) => chosen.has(name)).join(',');

/**
 * The address of a frame: what is usual is left out.
 * @param {Wish} wish
 * @param {string} hash the experiment that it begins with; a lesson brings its own
 * @param {string} base the page's own address
 */
export function addressOf({ show, may, lesson, theme, run }, hash, base) {
  const address = new URL('embed', base);
  const parts = listed(show, PARTS), deeds = listed(may, DEEDS);
  const asked = [
    ...(lesson ? [`lesson=${lesson}`] : []), ...(lesson || parts === USUAL.show ? [] : [`show=${parts}`]), ...(lesson || deeds === USUAL.may ? [] : [`with=${deeds}`]),
    ...(theme ? [`theme=${theme}`] : []), ...(run && !lesson ? ['run=1'] : []),
  ];
  address.search = asked.join('&');
  address.hash = lesson ? '' : hash;
  return address.href;
}

/** @param {string} text */
const attribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @param {string} address @param {[number, number]} size @param {string} title for those who don’t see it */
export const snippetOf = (address, [width, height], title) => (
  `<iframe src="${attribute(address)}" width="${width}" height="${height}" loading="lazy" title="${attribute(title)}" style="border: 0"></iframe>`);

/** Who may frame this server’s pages, by its policy; null where that is everybody. @param {string} policy @returns {string | null} */
export function framingWords(policy) {
  const allowed = /frame-ancestors ([^;]*)/.exec(policy)?.[1].trim().split(/\s+/).filter((source) => source !== "'self'");
  if (!allowed || allowed.includes('*')) return null;
  if (allowed.length === 0) return 'This server lets no other site show it in a frame yet. Who runs it names yours in CHAINRULE_FRAME_ANCESTORS.';
  return `This server can be shown in frames of ${allowed.join(', ')}. Who runs it adds others in CHAINRULE_FRAME_ANCESTORS.`;
}
