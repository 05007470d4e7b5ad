/**
 * Renders formulas with KaTeX: reads a list of {tex, display, place} and writes {inline: {tex: html}, display: {tex: html}}.
 *
 * Symbols may name what they stand for by \htmlData and \htmlClass; everything else that is not plain LaTeX is an error.
 */
import process from 'node:process';
import { json } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

import { lean } from './lean.mjs';

/** A formula in a line of text with no more characters than this is never broken. */
const SHORT = 16;
const TRUSTED = ['\\htmlData', '\\htmlClass'];
const BASE = '<span class="katex-base">';
/** Where a statement ends: behind the base that closes with a permitted break. */
const STATEMENT_END = /(?<=allowbreak"><\/span>(?:<span class="mspace"[^>]*><\/span>)*<\/span>)(?=<span class="katex-base">)/;

/** @type {typeof import('katex').default} */
const katex = (await import(pathToFileURL(process.argv[2]).href)).default;

/** @type {{tex: string, display: boolean, place: string}[]} */
const formulas = /** @type {any} */ (await json(process.stdin));
/** @type {{inline: Record<string, string>, display: Record<string, string>}} */
const rendered = { inline: {}, display: {} };
const failures = [];

/** @param {string} command @returns {never} */
function refuse(command) {
  throw new Error(`${command} is not allowed in a formula`);
}

/** KaTeX's HTML, cut open: what comes before its bases, the bases, and what comes after. @param {string} html */
function cutOpen(html) {
  const start = html.indexOf(BASE);
  const end = html.length - '</span>'.length * (html.startsWith('<span class="katex-display">') ? 3 : 2);
  return [html.slice(0, start), html.slice(start, end), html.slice(end)];
}

/** Statements side by side go below each other as wholes where the page is narrow. @param {string} html */
function inStatements(html) {
  const [before, bases, after] = cutOpen(html);
  const [first, ...others] = bases.split(STATEMENT_END);
  return before + first + others.map((statement) => `<span class="statement">${statement}</span>`).join('') + after;
}

/**
 * A browser may break a line between a formula and the comma behind it, and anywhere at KaTeX's signs: so the
 * last base of a formula, or the whole of a short one, is marked to be kept together.
 * @param {string} html
 */
function keptTogether(html) {
  const [before, bases, after] = cutOpen(html);
  const text = bases.replace(/<[^>]*>/g, '');
  const from = text.length > SHORT ? bases.lastIndexOf(BASE) : 0;
  return `${before}${bases.slice(0, from)}<span class="kept">${bases.slice(from)}</span>${after}`;
}

for (const { tex, display, place } of formulas) {
  try {
    const source = display ? tex.replace(/\\q?quad(?![a-z])/g, '$&\\allowbreak ') : tex; // narrow pages break there
    const html = katex.renderToString(source, {
      displayMode: display,
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'),
      trust: ({ command }) => TRUSTED.includes(command) || refuse(command),
    });
    rendered[display ? 'display' : 'inline'][tex] = lean(display ? inStatements(html) : keptTogether(html));
  } catch (error) {
    failures.push(`${place}: ${error instanceof Error ? error.message : error}`);
  }
}

if (failures.length > 0) {
  process.stderr.write(`${failures.join('\n')}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(JSON.stringify(rendered));
}
