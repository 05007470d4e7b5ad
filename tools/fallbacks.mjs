/** Faces that systems have, stretched until a text is as wide and as high in them as in a face that is on its way. */
import { readFileSync } from 'node:fs';

/** @typedef {{name: string, weight: number, style: string, local: string[], advances: number[]}} SystemFace */

/** @type {{characters: string, faces: SystemFace[]}} */
const system = JSON.parse(readFileSync(new URL('./system_faces.json', import.meta.url), 'utf8'));
const place = new Map([...system.characters].map((character, index) => [character, index]));
/** The systems' bold faces stand for all weights above this one. */
const LIGHT_MOST = 500;

/** The part of a text that all systems' faces have. @param {string} text */
export function measurable(text) {
  return [...text.replace(/\s+/g, ' ')].filter((character) => place.has(character)).join('');
}

/**
 * Rules for the faces of a style that stand in for another, for text like the given one.
 * @param {object} wanted
 * @param {string} wanted.family the name that each system's face is appended to
 * @param {string[]} wanted.systems the names of the systems' faces
 * @param {string} wanted.style
 * @param {{weight: number, width: number}[]} wanted.widths of the text, in ems, at one weight or at a light and a bold one
 * @param {string} wanted.text
 * @param {import('./shaping.mjs').Heights} wanted.heights
 */
export function fallbackRules({ family, systems, style, widths, text, heights }) {
  return systems.flatMap((name) => widths.map(({ weight, width }) => {
    const bold = weight > LIGHT_MOST;
    const face = system.faces.find((one) => one.name === name && one.style === style && one.weight > LIGHT_MOST === bold);
    if (!face) throw new Error(`system_faces.json has no ${style} ${name} of weight ${weight}`);
    const scale = width / ([...text].reduce((sum, character) => sum + face.advances[Number(place.get(character))], 0) / 1000);
    const weights = widths.length === 1 ? '1 1000' : bold ? `${LIGHT_MOST + 1} 1000` : `1 ${LIGHT_MOST}`;
    return [
      `@font-face{font-family:"${family} as ${name}"`, `font-style:${style}`, `font-weight:${weights}`,
      `src:${face.local.map((local) => `local("${local}")`).join(',')}`, `size-adjust:${percent(scale)}`,
      `ascent-override:${percent(heights.ascent / scale)}`, `descent-override:${percent(heights.descent / scale)}`,
      `line-gap-override:${percent(heights.gap / scale)}}`,
    ].join(';');
  }));
}

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(2)}%`;
}
