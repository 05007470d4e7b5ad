/** Calculates with what a formula prints, as a reader with a pocket calculator would. */

/** The contents of the brace group that opens at `open`, and where it ends. @param {string} text @param {number} open */
function group(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return { inside: text.slice(open + 1, at), end: at + 1 };
  }
  throw new Error(`unbalanced braces: ${text}`);
}

/**
 * @param {string} text
 * @param {string} command
 * @param {number} count   of its brace groups
 * @param {(...groups: string[]) => string} build
 */
function replaceCommand(text, command, count, build) {
  let result = text;
  for (let at = result.indexOf(command); at >= 0; at = result.indexOf(command)) {
    let end = at + command.length;
    const groups = [];
    for (let index = 0; index < count; index++) {
      const found = group(result, end);
      groups.push(found.inside);
      end = found.end;
    }
    result = result.slice(0, at) + build(...groups) + result.slice(end);
  }
  return result;
}

/** TeX without links. @param {string} tex */
export function unlinked(tex) {
  return replaceCommand(tex, '\\htmlData', 2, (_, inside) => inside);
}

/** @param {string} tex */
function toExpression(tex) {
  let text = unlinked(tex);
  text = replaceCommand(text, '\\mathbf', 1, (inside) => inside);
  text = replaceCommand(text, '\\sqrt', 1, (inside) => `Math.sqrt(${inside})`);
  text = replaceCommand(text, '\\frac', 2, (above, below) => `((${above})/(${below}))`);
  text = text.replaceAll('\\tfrac12', '0.5*').replaceAll('\\big', '');
  text = text.replace(/\\cdot10\^\{(-?\d+)\}/g, 'e$1').replaceAll('\\cdot', '*').replaceAll('\\ ', ' ');
  text = replaceCommand(text, 'e^', 1, (power) => `Math.exp(${power})`);
  text = text.replace(/\|([^|]*)\|/g, 'Math.abs($1)').replaceAll('^2', '**2');
  text = text.replaceAll('{', '(').replaceAll('}', ')');
  for (const name of ['tanh', 'sin', 'max']) text = text.replaceAll(`\\${name}`, `Math.${name}`);
  return text.replace(/\\ln ?\(/g, 'Math.log(').replace(/\\ln ([\d.]+)/g, 'Math.log($1)');
}

/** The value of a printed right-hand side. @param {string} tex @returns {number} */
function evaluate(tex) {
  const expression = toExpression(tex);
  if (/\\/.test(expression)) throw new Error(`cannot calculate: ${tex} -> ${expression}`);
  return Function(`'use strict'; return (${expression});`)();
}

/**
 * Of lines such as "z = … = \mathbf{r}": what the printed calculation gives, and what was printed.
 * @param {string[]} lines
 */
export function calculation(lines) {
  const sides = unlinked(lines.join(' ')).split('=').map((side) => side.trim());
  return sides.slice(-2).map(evaluate);
}
