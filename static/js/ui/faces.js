/** @file The face of the words, for what is better shown late than twice. */

/** Resolves when it is there, or can't be had. */
export async function wordsFace() {
  const [family] = getComputedStyle(document.documentElement).getPropertyValue('--sans').split(',');
  await document.fonts.load(`16px ${family}`).catch(() => []);
}
