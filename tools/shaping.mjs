/** Fonts as HarfBuzz reads them: their characters, their heights, and how wide a text is. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @typedef {Record<string, number>} Location a place on a variable font's axes */
/** @typedef {{ascent: number, descent: number, gap: number}} Heights in ems */

/**
 * What is used of HarfBuzz, whose own types name some that it does not bring along.
 * @typedef {object} HarfBuzz
 * @property {new (bytes: Uint8Array) => object} Blob
 * @property {new (blob: object) => {collectUnicodes(): Uint32Array}} Face
 * @property {new (face: object) => Scaled} Font
 * @property {new () => Line} Buffer
 * @property {new (tag: string, value: number) => object} Variation
 * @property {(font: object, line: object) => void} shape
 */
/**
 * @typedef {object} Scaled
 * @property {(x: number, y: number) => void} setScale
 * @property {(variations: object[]) => void} setVariations
 * @property {() => {ascender: number, descender: number, lineGap: number}} hExtents
 */
/**
 * @typedef {object} Line
 * @property {(text: string) => void} addText
 * @property {() => void} guessSegmentProperties
 * @property {() => {xAdvance?: number}[]} getGlyphPositions
 */

/** The reader of fonts, from the packages that a repository's front end is built with. @param {string} root */
export async function fontReader(root) {
  const require = createRequire(join(root, '.front_end', 'package.json'));
  /** @type {{convert: (font: Buffer, format: string) => Promise<Buffer>}} */
  const fontverter = require('fontverter');
  /** @type {HarfBuzz} */
  const { Blob, Buffer: Line, Face, Font, Variation, shape } = await import(pathToFileURL(require.resolve('harfbuzzjs')).href);

  /** @param {Buffer} bytes of a font in any format @param {Location} [location] */
  return async function read(bytes, location = {}) {
    const face = new Face(new Blob(Uint8Array.from(await fontverter.convert(bytes, 'truetype'))));
    const font = new Font(face);
    font.setScale(1000, 1000);
    font.setVariations(Object.entries(location).map(([tag, value]) => new Variation(tag, value)));
    const { ascender, descender, lineGap } = font.hExtents();
    return {
      characters: new Set(Array.from(face.collectUnicodes(), (code) => String.fromCodePoint(code))),
      /** @type {Heights} */
      heights: { ascent: ascender / 1000, descent: -descender / 1000, gap: lineGap / 1000 },
      /** In ems, with kerning. @param {string} text */
      width(text) {
        const line = new Line();
        line.addText(text);
        line.guessSegmentProperties();
        shape(font, line);
        return line.getGlyphPositions().reduce((sum, { xAdvance }) => sum + (xAdvance ?? 0), 0) / 1000;
      },
    };
  };
}
