/**
 * Measures the faces that systems have, by those of the same widths that npm has: `node system_faces.mjs ROOT` prints
 * each with the names a browser finds it by, and its characters' advances in thousandths of an em.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fontReader } from './shaping.mjs';

const root = resolve(process.argv[2]);
const require = createRequire(join(root, 'package.json'));
const read = await fontReader(root);

const [REGULAR, BOLD, ITALIC] = ['400-normal', '700-normal', '400-italic'];

/**
 * Which package has the widths of a system's face, and under which PostScript names systems have a face of these widths.
 * All browsers know these; a full name beside each would make one look twice for every face that is not there, while the
 * page waits for its first line.
 * @type {{name: string, like: string, local: Record<string, string[]>}[]}
 */
const SYSTEM_FACES = [
  {
    name: 'Arial', like: 'arimo', local: {
      [REGULAR]: ['ArialMT', 'LiberationSans', 'Arimo-Regular'],
      [BOLD]: ['Arial-BoldMT', 'LiberationSans-Bold', 'Arimo-Bold'],
    },
  },
  { name: 'Roboto', like: 'roboto', local: { [REGULAR]: ['Roboto-Regular'], [BOLD]: ['Roboto-Bold'] } },
  {
    name: 'DejaVu Sans', like: 'dejavu-sans',
    local: { [REGULAR]: ['DejaVuSans'], [BOLD]: ['DejaVuSans-Bold'] },
  },
  {
    name: 'Georgia', like: 'gelasio', local: {
      [REGULAR]: ['Georgia', 'Gelasio-Regular'],
      [BOLD]: ['Georgia-Bold', 'Gelasio-Bold'],
      [ITALIC]: ['Georgia-Italic', 'Gelasio-Italic'],
    },
  },
  {
    name: 'Times New Roman', like: 'tinos', local: {
      [REGULAR]: ['TimesNewRomanPSMT', 'LiberationSerif', 'Tinos-Regular'],
      [BOLD]: ['TimesNewRomanPS-BoldMT', 'LiberationSerif-Bold', 'Tinos-Bold'],
      [ITALIC]: ['TimesNewRomanPS-ItalicMT', 'LiberationSerif-Italic', 'Tinos-Italic'],
    },
  },
  {
    name: 'Noto Serif', like: 'noto-serif', local: {
      [REGULAR]: ['NotoSerif-Regular', 'NotoSerif'],
      [BOLD]: ['NotoSerif-Bold'],
      [ITALIC]: ['NotoSerif-Italic'],
    },
  },
  {
    name: 'DejaVu Serif', like: 'dejavu-serif', local: {
      [REGULAR]: ['DejaVuSerif'],
      [BOLD]: ['DejaVuSerif-Bold'],
      [ITALIC]: ['DejaVuSerif-Italic'],
    },
  },
];
/** What running text and formulas consist of: printable ASCII, and the signs that all of these packages have. */
const CHARACTERS = [...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)), ...'–—‘’“”…×·−'];

/** The advances of the characters, in their order. @param {string} path */
async function advances(path) {
  const font = await read(await readFile(path));
  return CHARACTERS.map((character) => {
    if (!font.characters.has(character)) throw new Error(`${path} has no ${character}`);
    return Math.round(font.width(character) * 1000);
  });
}

const faces = [];
for (const { name, like, local } of SYSTEM_FACES) {
  for (const [face, names] of Object.entries(local)) {
    const [weight, style] = face.split('-');
    const path = require.resolve(`@fontsource/${like}/files/${like}-latin-${face}.woff2`);
    faces.push({ name, weight: Number(weight), style, local: names, advances: await advances(path) });
  }
}
const rows = faces.map((face) => `    ${JSON.stringify(face)}`).join(',\n');
process.stdout.write(`{\n  "characters": ${JSON.stringify(CHARACTERS.join(''))},\n  "faces": [\n${rows}\n  ]\n}\n`);
