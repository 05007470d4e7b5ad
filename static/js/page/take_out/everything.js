/**
 * All that can be taken out, in one zip: made one after the other, and what can't be made is named.
 */
import { zipSync } from 'fflate';
import { fileName } from '../../kept/naming.js';
import { toFile } from '../../kept/file.js';
import { counted } from '../../ui/format.js';
import { parcelNow } from '../kept/files.js';
import { baseName, GROUPS } from './made.js';
import { PICTURES } from './pictures.js';
import { sizeOf } from './preview.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./types.js').Made} Made */
/** @typedef {import('./types.js').Wish} Wish */

/** Hardly anything is saved of what is compressed already. */
const LEVEL = /** @type {const} */ ({ plain: 6, packed: 0 });
const PACKED = /\.(?:png|npz)$/;

/** @param {Made['content']} content */
async function bytesOf(content) {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
}

/** The experiment itself, which opens here again. @param {Page} page @returns {Pick<Made, 'name' | 'content'>[]} */
function experiment(page) {
  const parcel = parcelNow(page, () => ({ ...page.state }));
  return parcel ? [{ name: fileName(parcel.name), content: toFile(parcel) }] : [];
}

/** Everything, as it can be made now. @param {Page} page @param {Wish} wish */
async function made(page, wish) {
  /** @type {Pick<Made, 'name' | 'content'>[]} */
  const files = experiment(page);
  /** @type {string[]} */
  const lacking = [];
  const things = [
    ...GROUPS.flatMap(({ title, things: some }) => some.map((thing) => ({ thing, wish, title: `${title}, ${thing.title}` }))),
    ...PICTURES.flatMap((thing) => /** @type {const} */ (['png', 'svg']).map((format) => (
      { thing, wish: { ...wish, format }, title: `${thing.title} as ${format.toUpperCase()}` }))),
  ];
  for (const { thing, wish: own, title } of things) {
    try {
      files.push(await thing.make(page, own));
    } catch (error) {
      lacking.push(`${title}: ${error instanceof Error ? error.message : 'it could not be made.'}`);
    }
  }
  return { files, lacking };
}

/** @type {import('./types.js').Thing} */
export const EVERYTHING = {
  key: 'zip',
  title: 'All of it in one file',
  async make(page, wish) {
    const { files, lacking } = await made(page, wish);
    const base = baseName(page);
    /** @type {import('fflate').Zippable} */
    const entries = {};
    for (const { name, content } of files) {
      entries[`${base}/${name}`] = [await bytesOf(content), { level: PACKED.test(name) ? LEVEL.packed : LEVEL.plain }];
    }
    const content = new Uint8Array(zipSync(entries));
    return {
      name: `${base}.zip`, type: 'application/zip', content, shown: 'text',
      about: [
        ...files.map((file) => `${file.name}   ${sizeOf(file.content)}`),
        ...(lacking.length > 0 ? ['', 'Not in it:', ...lacking] : []),
      ].join('\n'),
      words: `${counted(files.length, 'file')}, ${sizeOf(content)} in all, in a folder ${base}.`,
    };
  },
};
