/**
 * The curve with the costs of now: its history keeps one entry in so many steps.
 */

/** @typedef {import('./scene.js').ChartScene} ChartScene */

/**
 * The curve up to where it is now.
 * @param {Pick<ChartScene, 'steps' | 'train' | 'test' | 'now'>} scene
 * @returns {{steps: number[], train: number[], test: number[]}}
 */
export function upToNow({ steps, train, test, now }) {
  const curve = { steps: Array.from(steps), train: Array.from(train), test: Array.from(test) };
  const last = steps.length - 1;
  if (now === null || now.step < steps[last]) return curve;
  if (now.step === steps[last] && Object.is(now.train, train[last]) && Object.is(now.test, test[last])) return curve;
  return { steps: [...curve.steps, now.step], train: [...curve.train, now.train], test: [...curve.test, now.test] };
}
