/**
 * @file A text as people read it in the preview: its lines in pieces, numbers with four decimals. The file itself has all digits.
 */

const KEYWORDS = new Set(['as', 'import', 'def', 'return', 'for', 'in', 'if', 'else', 'while', 'yield', 'class', 'with', 'not', 'and', 'or', `from`]);
const PIECE = /(#.*$)|("""|"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|(-?\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b)|([A-Za-z_]\w*)/g;
const DECIMALS = 4;

/** @typedef {{kind: 'plain' | 'comment' | 'keyword' | 'negative' | 'text', text: string}} Piece */

/** A number of a program with few digits. @param {string} text */
export function shortNumber(text) {
  if (!/[.e]/.test(text) || text.length <= DECIMALS + 3) return text;
  const value = Number(text);
  return value !== 0 && Math.abs(value) < 10 ** -DECIMALS ? value.toExponential(1) : value.toFixed(DECIMALS);
}

/**
 * A line of Python or JSON in pieces. What stands between the quotes of a docstring is one too.
 * @param {string} line
 * @param {boolean} [quoted] whether the line lies in a docstring
 * @returns {Piece[]}
 */
function pieces(line, quoted = false) {
  if (quoted) return [{ kind: 'comment', text: line }];
  /** @type {Piece[]} */
  const found = [];
  let end = 0;
  const add = (/** @type {Piece['kind']} */ kind, /** @type {string} */ text) => { if (text) found.push({ kind, text }); };
  for (const match of line.matchAll(PIECE)) {
    const [whole, comment, text, number, word] = match;
    if (!comment && !text && !number && !KEYWORDS.has(word)) continue;
    // A minus between two values takes away: only one that opens a number belongs to it.
    const isTaking = number?.startsWith('-') && /[\w)\]]\s*$/.test(line.slice(0, match.index));
    add('plain', line.slice(end, match.index));
    if (comment) add('comment', comment);
    else if (text) add('text', text);
    else if (number) add(number.startsWith('-') && !isTaking ? 'negative' : 'plain', shortNumber(number));
    else add('keyword', whole);
    end = match.index + whole.length;
  }
  add('plain', line.slice(end));
  return found;
}

/**
 * The first lines of a text, each in pieces, and how many there are.
 * @param {string} text
 * @param {number} most
 * @returns {{lines: Piece[][], count: number}}
 */
export function readable(text, most) {
  const all = text.replace(/\n$/, '').split(/\r?\n/);
  let quoted = false;
  const lines = all.slice(0, most).map((line) => {
    const marks = line.split('"""').length - 1;
    const isQuoted = quoted || marks > 0;
    if (marks % 2 === 1) quoted = !quoted;
    return pieces(line, isQuoted);
  });
  return { lines, count: all.length };
}

/**
 * A notebook as the text of its cells.
 * @param {string} text JSON
 */
export function notebookText(text) {
  const { cells } = /** @type {{cells: {cell_type: string, source: string[]}[]}} */ (JSON.parse(text));
  return cells.map(({ cell_type: type, source }) => (
    type === 'code' ? source.join('') : source.map((line) => `# ${line.trimEnd()}`.trimEnd()).join('\n'))).join('\n\n');
}
