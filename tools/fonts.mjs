/**
 * Makes of the installed fonts what pages load: `node fonts.mjs ROOT` reads from standard input what the pages say, and
 * writes static/vendor/faces/.
 *
 * A face has the characters that pages use, on the part of its axes that they use; the rest of it comes where somebody
 * writes another character. Until a face is there, one that the system has takes its place and its room.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { json } from 'node:stream/consumers';
import { fallbackRules, measurable } from './fallbacks.mjs';
import { fontReader } from './shaping.mjs';

/**
 * What pages say: all characters that they may show unasked, running text, headlines, words of the interface, and the
 * signs of formulas, upright and italic.
 * @typedef {{characters: string, prose: string, headlines: string, interface: string, roman: string, math: string}} Said
 */
/** @typedef {{family: string, file: string, style: string, weight: string, range?: string}} Face */
/**
 * A family of faces that pages load in part.
 * @typedef {object} Family
 * @property {string[]} sheets that have its faces
 * @property {RegExp} [only] the files of those of their faces that pages load
 * @property {string[]} [features] OpenType's, that pages use
 * @property {Record<string, Record<string, number | {min: number, max: number}>>} [axes] that pages use, by style
 * @property {string[]} displays what CSS calls font-display: a sheet for each; with "optional", a page that was painted
 *   without a face is never set anew, so that nothing moves under its reader's eyes
 * @property {Fallback[]} fallbacks
 */
/** @typedef {{family: string, systems: string[], style: string, file: string, text: keyof Said, at: Record<string, number>[]}} Fallback */

const ALWAYS = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'liga', 'calt'];
const SERIFS = ['Georgia', 'Times New Roman', 'Noto Serif', 'DejaVu Serif'];
const INTER = 'inter/files/inter-latin-opsz-normal.woff2';
const [SERIF, SERIF_ITALIC] = ['normal', 'italic'].map((style) => `source-serif-4/files/source-serif-4-latin-opsz-${style}.woff2`);

/** @type {Record<string, Family>} */
const FAMILIES = {
  inter: {
    sheets: ['inter/opsz.css'],
    displays: ['swap', 'optional'],
    features: [...ALWAYS, 'tnum', 'ss03', 'cv11'],
    axes: { normal: { wght: { min: 400, max: 700 } } },
    fallbacks: [{
      family: 'Inter', systems: ['Arial', 'Roboto', 'DejaVu Sans'], style: 'normal', file: INTER, text: 'interface',
      at: [{ wght: 400, opsz: 14 }, { wght: 600, opsz: 14 }],
    }],
  },
  serif: {
    sheets: ['source-serif-4/opsz.css', 'source-serif-4/opsz-italic.css'],
    displays: ['swap', 'optional'],
    features: [...ALWAYS, 'onum', 'lnum'],
    axes: { normal: { wght: { min: 400, max: 700 }, opsz: { min: 14, max: 44 } }, italic: { wght: 400, opsz: 18 } },
    fallbacks: [
      { family: 'Serif', systems: SERIFS, style: 'normal', file: SERIF, text: 'prose', at: [{ wght: 400, opsz: 19 }, { wght: 600, opsz: 19 }] },
      { family: 'Serif', systems: SERIFS, style: 'italic', file: SERIF_ITALIC, text: 'prose', at: [{ wght: 400, opsz: 18 }] },
      { family: 'Headline', systems: SERIFS, style: 'normal', file: SERIF, text: 'headlines', at: [{ wght: 400, opsz: 32 }, { wght: 600, opsz: 40 }] },
    ],
  },
  math: {
    sheets: ['katex/katex.min.css'],
    displays: ['swap'],
    only: /KaTeX_(Main-Regular|Math-Italic)/,
    fallbacks: [
      { family: 'Roman', systems: SERIFS, style: 'normal', file: 'katex/fonts/KaTeX_Main-Regular.woff2', text: 'roman', at: [{ wght: 400 }] },
      { family: 'Math', systems: SERIFS, style: 'italic', file: 'katex/fonts/KaTeX_Math-Italic.woff2', text: 'math', at: [{ wght: 400 }] },
    ],
  },
};

const root = resolve(process.argv[2]);
const vendor = join(root, 'static', 'vendor');
const target = join(vendor, 'faces');
/** @type {(font: Buffer, text: string, options: object) => Promise<Buffer>} */
const subsetFont = createRequire(join(root, '.front_end', 'package.json'))('subset-font');
const read = await fontReader(root);
const said = /** @type {Said} */ (await json(process.stdin));
const used = new Set(said.characters);

/** The faces of a style sheet. @param {string} sheet @returns {Promise<Face[]>} */
async function facesOf(sheet) {
  const text = await readFile(join(vendor, sheet), 'utf8');
  return [...text.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, body]) => {
    const named = Object.fromEntries([...body.matchAll(/([\w-]+):\s*([^;]+)/g)].map(([, name, value]) => [name, value.trim()]));
    const file = join(dirname(sheet), String(/url\(([^)]+)\)/.exec(named.src)?.[1]));
    return { file, family: named['font-family'], style: named['font-style'], weight: named['font-weight'], range: named['unicode-range'] };
  });
}

/** @param {Iterable<string>} characters */
function unicodeRange(characters) {
  const codes = Array.from(characters, (character) => Number(character.codePointAt(0))).sort((a, b) => a - b);
  /** @type {[number, number][]} */
  const runs = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last && code === last[1] + 1) last[1] = code;
    else runs.push([code, code]);
  }
  const hex = (/** @type {number} */ code) => code.toString(16).toUpperCase();
  return runs.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(',');
}

/** Whether a range of a style sheet has a character. @param {string | undefined} range @returns {(character: string) => boolean} */
function within(range) {
  if (!range) return () => true;
  const runs = range.split(',').map((run) => run.trim().slice(2).split('-').map((code) => parseInt(code, 16)));
  return (character) => runs.some(([first, last = first]) => first <= Number(character.codePointAt(0)) && Number(character.codePointAt(0)) <= last);
}

/** A rule without its display. @param {Face} face @param {string} address @param {string} weight @param {Iterable<string>} characters */
function rule({ family, style }, address, weight, characters) {
  return `@font-face{font-family:${family};font-style:${style};font-weight:${weight};`
    + `src:url(${address}) format("woff2");unicode-range:${unicodeRange(characters)}}`;
}

/** The rule of what pages use of a face, and that of the rest of it. @param {Face} face @param {Family} family */
async function parts(face, { features, axes }) {
  const bytes = await readFile(join(vendor, face.file));
  const characters = [...(await read(bytes)).characters].filter(within(face.range));
  const [core, rest] = [true, false].map((wanted) => characters.filter((character) => used.has(character) === wanted));
  const name = basename(face.file).replace('.woff2', '-used.woff2');
  const variationAxes = axes?.[face.style];
  const rules = rest.length ? [rule(face, relative(target, join(vendor, face.file)).split('\\').join('/'), face.weight, rest)] : [];
  if (!core.length) return rules;
  await writeFile(join(target, name), await subsetFont(bytes, core.join(''), { targetFormat: 'woff2', keepFeatures: features, variationAxes }));
  const weights = variationAxes?.wght;
  const weight = weights === undefined ? face.weight : typeof weights === 'number' ? String(weights) : `${weights.min} ${weights.max}`;
  return [...rules, rule(face, name, weight, core)];
}

/** @param {Fallback} fallback */
async function fallback({ file, at, text: kind, ...names }) {
  const bytes = await readFile(join(vendor, file));
  const fonts = await Promise.all(at.map((location) => read(bytes, location)));
  const text = [...measurable(said[kind])].filter((character) => fonts[0].characters.has(character)).join('');
  const widths = fonts.map((font, index) => ({ weight: at[index].wght, width: font.width(text) }));
  return fallbackRules({ ...names, text, widths, heights: fonts[0].heights });
}

/** KaTeX's own sheet without the faces that are made here, and with what takes their place. @param {string} sheet */
function withoutParts(sheet) {
  const families = { KaTeX_Main: 'Roman', KaTeX_Math: 'Math' };
  const stacked = sheet.replace(/@font-face\{[^}]*\}/g, (face) => (FAMILIES.math.only?.test(face) ? '' : face))
    .replace(/url\(fonts\//g, 'url(../katex/fonts/');
  return stacked.replace(/(font(?:-family)?:[^;}@]*?)(KaTeX_Main|KaTeX_Math)(?=[,;}])/g, (whole, before, name, at) => {
    const inFace = stacked.lastIndexOf('@font-face', at) > stacked.lastIndexOf('}', at);
    return inFace ? whole : `${before}${name},${SERIFS.map((system) => `"${families[/** @type {'KaTeX_Main'} */ (name)]} as ${system}"`).join(',')}`;
  });
}

await rm(target, { recursive: true, force: true });
await mkdir(target);
for (const [name, family] of Object.entries(FAMILIES)) {
  const faces = (await Promise.all(family.sheets.map(facesOf))).flat().filter(({ file }) => !family.only || family.only.test(file));
  const rules = (await Promise.all(faces.map((face) => parts(face, family)))).flat();
  for (const display of family.displays) {
    const sheet = display === 'swap' ? `${name}.css` : `${name}_${display}.css`;
    await writeFile(join(target, sheet), rules.map((one) => `${one.slice(0, -1)};font-display:${display}}\n`).join(''));
  }
  const standIns = (await Promise.all(family.fallbacks.map(fallback))).flat();
  await writeFile(join(target, `${name}_fallbacks.css`), `${standIns.join('\n')}\n`);
}
await writeFile(join(target, 'katex.css'), withoutParts(await readFile(join(vendor, 'katex', 'katex.min.css'), 'utf8')));
