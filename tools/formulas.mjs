/**
 * Renders formulas with KaTeX: reads a list of {tex, display, place} and writes {inline: {tex: html}, display: {tex: html}}.
 *
 * Symbols may name what they stand for by \htmlData and \htmlClass; everything else that is not plain LaTeX is an error.
 */
import process from 'node:process';
import { json } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const TRUSTED = ['\\htmlData', '\\htmlClass'];

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

for (const { tex, display, place } of formulas) {
  try {
    rendered[display ? 'display' : 'inline'][tex] = katex.renderToString(tex, {
      displayMode: display,
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'),
      trust: ({ command }) => TRUSTED.includes(command) || refuse(command),
    });
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
