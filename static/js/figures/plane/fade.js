/**
 * One picture gives way to another: what a canvas shows fades over it, whatever is painted there next.
 */

/** How its last picture is called in style sheets, which have the time it takes. */
const LEAVING = 'leaving';

/** @param {HTMLCanvasElement} canvas */
export function fadeOut(canvas) {
  const { parentElement: parent, width, height } = canvas;
  if (!parent || width === 0 || height === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  parent.querySelector(`.${LEAVING}`)?.remove();
  const last = /** @type {HTMLCanvasElement} */ (canvas.cloneNode());
  last.classList.add(LEAVING);
  last.getContext('2d')?.drawImage(canvas, 0, 0);
  last.addEventListener('animationend', () => last.remove());
  canvas.after(last);
}
