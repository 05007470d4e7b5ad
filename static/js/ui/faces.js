/** @file The faces of words and formulas, for what is better shown late than twice. */

/** Resolves when it is there, or can't be had. */
export async function wordsFace() {
  const [family] = getComputedStyle(document.documentElement).getPropertyValue('--sans').split(',');
  await document.fonts.load(`16px ${family}`).catch(() => []);
}

/** What formulas are set in: letters, digits, words, large brackets. */
const FORMULAS = ['16px KaTeX_Main', 'italic 16px KaTeX_Main', 'italic 16px KaTeX_Math', '16px KaTeX_Size1', '16px KaTeX_Size2'];

/** Resolves when those of formulas are there, or can't be had. */
export async function formulaFaces() {
  await Promise.all(FORMULAS.map((face) => document.fonts.load(face).catch(() => [])));
}
