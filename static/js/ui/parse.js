/**
 * Numbers as people type them: "0.03", "0,03", "1e-3", "−2", "20%".
 */

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * The number that a text means, or null where it means none.
 * @param {string} text
 * @returns {number | null}
 */
export function parseNumber(text) {
  let plain = text.trim().replace(/\u2212/g, '-').replace(',', '.');
  let unit = 1;
  if (plain.endsWith('%')) {
    plain = plain.slice(0, -1).trim();
    unit = 100;
  }
  if (!NUMBER.test(plain)) return null;
  const value = Number(plain) / unit;
  return Number.isFinite(value) ? value : null;
}

/**
 * A setting as it would be typed: the shortest digits that mean the same number.
 * @param {number} value
 */
export function typedNumber(value) {
  return String(value).replace(/^-/, '\u2212');
}
