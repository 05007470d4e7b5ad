/**
 * @file The record of a run as it is kept: an outline of its lines and stretches, and parts that hardly change once they are there,
 * chunks of frames and exact marks.
 */

import { historyOf } from '../state/history.js';
import { createMoments } from '../state/chronicle/moments.js';
import { architectureOf } from '../state/selectors.js';

/** @typedef {import('../state/chronicle/lines.js').Line} Line */
/** @typedef {import('../state/chronicle/lines.js').Mark} Mark */
/** @typedef {import('../state/chronicle/lines.js').Stretch} Stretch */
/** @typedef {ReturnType<typeof createMoments>['chunks'][number]} Chunk */
/** @typedef {Chunk | Mark} Part */

/** The form that is written. One of another form is not read: a record can be lost without harm. */
const FORM = 1;

/**
 * @typedef {Omit<Stretch, 'moments' | 'marks' | 'revision'> & {chunks: string[], marks: string[]}} StretchOutline
 * @typedef {Omit<Line, 'parent' | 'stretches' | 'history'> & {parent: number | null, stretches: StretchOutline[],
 *   curve: Pick<Line['history'], 'steps' | 'train' | 'test' | 'train_accuracy' | 'test_accuracy' | 'spacing' | 'events'>}} LineOutline
 * @typedef {{form: number, taken: number, current: number, lines: LineOutline[]}} Outline
 */

/** Names of stretches, for those of their marks. @type {WeakMap<Stretch, string>} */
const named = new WeakMap();
let lastName = 0;

/** @param {Stretch} stretch */
function nameOf(stretch) {
  const name = named.get(stretch) ?? `${Date.now().toString(36)}.${++lastName}`;
  named.set(stretch, name);
  return name;
}

/**
 * @param {{lines: readonly Line[], current: Line, taken: number}} record
 * @returns {{outline: Outline, parts: Map<string, Part>}} all parts, as they lie
 */
export function outlineOf({ lines, current, taken }) {
  /** @type {Map<string, Part>} */
  const parts = new Map();
  /** @param {string} name @param {Part} held */
  const part = (name, held) => {
    parts.set(name, held);
    return name;
  };
  const outlined = lines.map(({ parent, stretches, history, ...line }) => {
    const { steps, train, test, train_accuracy, test_accuracy, spacing, events } = history;
    return {
      ...line,
      parent: parent && parent.id,
      curve: {
        steps: steps.slice(), train: train.slice(), test: test.slice(), spacing, events,
        train_accuracy: train_accuracy.slice(), test_accuracy: test_accuracy.slice(),
      },
      stretches: stretches.map((stretch) => {
        const { from, experiment, points, drawn, tables, moments, marks } = stretch;
        return {
          from, experiment, points, drawn, tables,
          chunks: moments.chunks.map((chunk) => part(`c${nameOf(stretch)}.${chunk.id}`, chunk)),
          marks: marks.map((mark) => part(`m${nameOf(stretch)}.${mark.progress.step}`, mark)),
        };
      }),
    };
  });
  return { outline: { form: FORM, taken, current: current.id, lines: outlined }, parts };
}

/**
 * What has changed since a part was written: a chunk grows, a mark is put in another's place.
 * @param {Part} part
 * @returns {unknown} the same for a part that is as it was
 */
export const versionOf = (part) => ('used' in part ? part.used : part.progress);

/**
 * @param {Outline} outline
 * @param {Map<string, Part>} parts
 * @returns {{lines: Line[], current: Line, taken: number} | null} null where it is of another form, or not whole
 */
export function recordFrom({ form, taken, current, lines: outlined }, parts) {
  if (form !== FORM) return null;
  /** @type {Map<number, Line>} */
  const lines = new Map();
  for (const { parent, stretches, curve, ...line } of outlined) {
    const restored = stretches.map(({ chunks, marks, ...stretch }) => {
      const moments = createMoments(architectureOf(stretch.experiment).parameterCount);
      moments.restore(chunks.flatMap((name) => /** @type {Chunk[]} */ (parts.get(name) ?? [])));
      const whole = { ...stretch, revision: Infinity, moments, marks: marks.flatMap((name) => /** @type {Mark[]} */ (parts.get(name) ?? [])) };
      const own = (chunks[0] ?? marks[0])?.slice(1).split('.').slice(0, 2).join('.');
      if (own) named.set(whole, own);
      return whole;
    });
    if (parent !== null && !lines.has(parent)) return null;
    lines.set(line.id, { ...line, parent: parent === null ? null : lines.get(parent) ?? null, stretches: restored, history: historyOf(curve) });
  }
  const written = lines.get(current);
  return written ? { lines: [...lines.values()], current: written, taken } : null;
}
