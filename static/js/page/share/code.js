/**
 * The QR code of a link: dark on white in both themes, whole pixels for each module, with the margin that readers need.
 */
import { correction, generate } from 'lean-qr';

/** Pixels for each module below which a phone has to come close. */
const FINE = 4;
/** Modules of white around it. */
const MARGIN = 4;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {string} link
 * @param {number} room its side in CSS pixels
 * @returns {boolean} whether its modules are fine: it is read from near by alone
 */
export function paintCode(canvas, link, room) {
  const code = generate(link, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.L });
  const modules = code.size + 2 * MARGIN;
  const scale = window.devicePixelRatio;
  const unit = Math.max(1, Math.floor((room * scale) / modules));
  const side = modules * unit;
  [canvas.width, canvas.height] = [side, side];
  [canvas.style.width, canvas.style.height] = [`${side / scale}px`, `${side / scale}px`];
  const style = getComputedStyle(document.documentElement);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.fillStyle = style.getPropertyValue('--code-light');
  context.fillRect(0, 0, side, side);
  context.fillStyle = style.getPropertyValue('--code-dark');
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y)) context.fillRect((x + MARGIN) * unit, (y + MARGIN) * unit, unit, unit);
    }
  }
  return unit / scale < FINE;
}
