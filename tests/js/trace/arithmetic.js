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

/** A share of exponentials, which may each be more than a computer can hold. @param {string} above @param {string} below */
function share(above, below) {
  const own = group(above, 2).inside;
  const terms = below.split(' + e^').map((term, at) => group(term, at === 0 ? 2 : 0).inside);
  return `(1/(${terms.map((term) => `Math.exp((${term})-(${own}))`).join('+')}))`;
}

const elu = (/** @type {number} */ z) => (z > 0 ? z : Math.expm1(z));
/** ln(1 + e^z), without an e^z that is more than a computer can hold. @param {number} z */
const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
const gelu = (/** @type {number} */ z) => 0.5 * z * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3)));

/** @param {string} tex */
function toExpression(tex) {
  let text = unlinked(tex);
  text = replaceCommand(text, '\\mathbf', 1, (inside) => inside);
  text = replaceCommand(text, '\\sqrt', 1, (inside) => `Math.sqrt(${inside})`);
  text = replaceCommand(text, '\\frac', 2, (above, below) => (above.startsWith('e^') ? share(above, below) : `((${above})/(${below}))`));
  text = text.replaceAll('\\tfrac12(', '0.5*(').replaceAll('\\tfrac12', '0.5').replaceAll('\\big', '');
  text = text.replace(/\\cdot10\^\{(-?\d+)\}/g, 'e$1').replaceAll('\\cdot', '*').replaceAll('\\ ', ' ');
  text = replaceCommand(text, '\\ln(1+e^', 1, (power) => `softplus((${power})`);
  text = replaceCommand(text, 'e^', 1, (power) => `Math.exp(${power})`);
  text = text.replace(/\|([^|]*)\|/g, 'Math.abs($1)').replaceAll('^2', '**2');
  text = text.replaceAll('{', '(').replaceAll('}', ')');
  text = text.replaceAll('\\mathrm(ELU)', 'elu').replaceAll('\\mathrm(GELU)', 'gelu');
  for (const name of ['tanh', 'sin', 'max']) text = text.replaceAll(`\\${name}`, `Math.${name}`);
  return text.replace(/\\ln ?\(/g, 'Math.log(').replace(/\\ln ([\d.]+)/g, 'Math.log($1)');
}

/** @param {string} expression @returns {number} */
function calculated(expression) {
  if (/\\/.test(expression)) throw new Error(`cannot calculate: ${expression}`);
  return Function('elu', 'gelu', 'softplus', `'use strict'; return (${expression});`)(elu, gelu, softplus);
}

/** The value of a printed right-hand side. @param {string} tex @returns {number} */
const evaluate = (tex) => calculated(toExpression(tex));

/** The sides of a line such as "z = \u2026 = \mathbf{r}", its signs told alike. @param {string} line */
const sidesOf = (line) => unlinked(line).split(/=|\\approx|\\leftarrow/).map((side) => side.trim());

/**
 * Of lines such as "z = … = \mathbf{r}": what the printed calculation gives, and what was printed.
 * @param {string[]} lines
 */
export function calculation(lines) {
  return sidesOf(lines.join(' ')).slice(-2).map(evaluate);
}

/** How many significant digits a number is printed with; results are rounded to four at least. @param {string} tex */
const digitsOf = (tex) => Math.max(4, tex.replace(/\\cdot10\^\{-?\d+\}|e-?\d+$/, '').replace(/^\D+/, '').replace(/^0+\.?0*/, '').replace(/\D/g, '').length);

/**
 * Why a printed line is not true; null where it is: "=" needs the printed result to the digits it is printed with,
 * "≈" allows what sums lose where nearly everything cancels.
 * @param {string} line
 * @returns {string | null}
 */
export function faultOf(line) {
  const sides = sidesOf(line);
  if (sides.length < 3) return null;
  const [left, right] = sides.slice(-2);
  if (left.includes('\\partial')) return null; // a symbol with its value: nothing to calculate
  const expression = toExpression(left);
  const [value, printed] = [calculated(expression), Number(toExpression(right).replace(/[()]/g, ''))];
  /** What the terms come to where none takes anything off another; a share of exponentials is measured against the whole. */
  const sizeOf = () => (expression.includes('Math.exp(') ? 1 : calculated(expression.replace(/(?<!\de)-/g, '+')));
  const isRough = unlinked(line).includes('\\approx');
  if (isRough) return Math.abs(value - printed) <= 1e-12 * sizeOf() ? null : `≈, but ${value}: ${line}`;
  const half = printed === 0 ? 0 : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(printed))) + 1 - digitsOf(right));
  const off = Math.abs(value - printed);
  return off <= half * (1 + 1e-9) || off <= 1e-15 * sizeOf() ? null : `${value}: ${line}`;
}
