/**
 * A formula as people write it, such as "2xy", "x²", "|x|", "≤", put as its parser reads it: with every operator written.
 */

/** @typedef {{kind: 'number' | 'value' | 'function' | 'sign' | 'word' | 'strange', text: string}} Token */

const SUPERSCRIPTS = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [sign, String(digit)]));
/** Other ways to write a sign. */
const SIGNS = new Map(Object.entries({
  '−': '-', '·': '*', '×': '*', '⋅': '*', '≤': '<=', '≥': '>=', '**': '^', '&&': 'and',
}));
const TOKEN = /\s*(?:(\d+\.?\d*|\.\d+)|([a-zπ]+[12₁₂]?)|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(<=|>=|\*\*|&&|[-+*/^()<>|−·×⋅≤≥])|(\S))/gy;
const VALUES = new Map(Object.entries({ x: 'x', y: 'y', x1: 'x', x2: 'y', 'x₁': 'x', 'x₂': 'y', pi: 'pi', π: 'pi', e: 'e' }));
const WORDS = new Set(['and', 'or']);

/**
 * A run of letters as names that are known, such as "xy" as x and y; or one that is not.
 * @param {string} run
 * @param {ReadonlySet<string>} functions
 * @returns {Token[]}
 */
function namesIn(run, functions) {
  const known = [...VALUES.keys(), ...functions, ...WORDS].sort((a, b) => b.length - a.length);
  /** @type {Token[]} */
  const found = [];
  for (let rest = run; rest !== '';) {
    const name = known.find((each) => rest.startsWith(each));
    if (!name) return [{ kind: 'strange', text: run }];
    const kind = functions.has(name) ? 'function' : WORDS.has(name) ? 'word' : 'value';
    found.push({ kind, text: VALUES.get(name) ?? name });
    rest = rest.slice(name.length);
  }
  return found;
}

/** @param {string} text @param {ReadonlySet<string>} functions @returns {Token[]} */
function tokensOf(text, functions) {
  /** @type {Token[]} */
  const tokens = [];
  for (const [, number, name, power, sign, strange] of text.toLowerCase().matchAll(TOKEN)) {
    if (number) tokens.push({ kind: 'number', text: number });
    else if (name) tokens.push(...namesIn(name, functions));
    else if (power) tokens.push({ kind: 'sign', text: '^' }, { kind: 'number', text: [...power].map((digit) => SUPERSCRIPTS.get(digit)).join('') });
    else if (sign) tokens.push({ kind: 'sign', text: SIGNS.get(sign) ?? sign });
    else if (strange) tokens.push({ kind: 'strange', text: strange });
  }
  return tokens;
}

/** @param {Token | undefined} token */
const ends = (token) => token !== undefined && (token.kind === 'number' || token.kind === 'value' || token.text === ')');
/** @param {Token} token */
const begins = ({ kind, text }) => kind === 'number' || kind === 'value' || kind === 'function' || text === '(';
/** Whether a minus behind it is one of a whole term: −x² is −(x²). @param {Token | undefined} token */
const opens = (token) => token === undefined || ['(', '<', '>', '<=', '>=', 'and', 'or'].includes(token.text);

/**
 * Bars as calls of abs: one opens where nothing ends before it.
 * @param {Token[]} tokens
 * @returns {Token[]}
 */
function withoutBars(tokens) {
  /** @type {Token[]} */
  const found = [];
  for (const token of tokens) {
    if (token.text !== '|') found.push(token);
    else if (ends(found.at(-1))) found.push({ kind: 'sign', text: ')' });
    else found.push({ kind: 'function', text: 'abs' }, { kind: 'sign', text: '(' });
  }
  return found;
}

/**
 * Where a factor ends that begins here, its powers included: x² in 2·−x².
 * @param {Token[]} tokens
 * @param {number} at
 * @returns {number} the place behind it
 */
function endOfFactor(tokens, at) {
  if (at >= tokens.length) return at;
  const { kind, text } = tokens[at];
  if (text === '-' || text === '+' || kind === 'function') return endOfFactor(tokens, at + 1);
  let end = at + 1;
  for (let depth = text === '(' ? 1 : 0; depth > 0 && end < tokens.length; end += 1) {
    depth += tokens[end].text === '(' ? 1 : tokens[end].text === ')' ? -1 : 0;
  }
  return tokens[end]?.text === '^' ? endOfFactor(tokens, end + 1) : end;
}

/**
 * @param {string} text
 * @param {ReadonlySet<string>} functions names
 * @returns {{plain: string, strange: string | null}} `strange`: what is no part of any formula
 */
export function spelled(text, functions) {
  const tokens = withoutBars(tokensOf(text, functions));
  /** @type {string[]} */
  const pieces = [];
  /** How many brackets end before each token. */
  const closing = Array.from({ length: tokens.length + 1 }, () => 0);
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    if (ends(before) && begins(token)) pieces.push('*');
    if (token.text === '-' && opens(before)) pieces.push('0');
    else if (token.text === '-' && !ends(before) && at + 1 < tokens.length) {
      // The parser takes a minus behind an operator before a power: 2·−x² would be 2·(−x)².
      pieces.push('(', '0');
      closing[endOfFactor(tokens, at + 1)] += 1;
    }
    pieces.push(token.text);
    for (let left = closing[at + 1]; left > 0; left -= 1) pieces.push(')');
  });
  return { plain: pieces.join(' '), strange: tokens.find(({ kind }) => kind === 'strange')?.text ?? null };
}
