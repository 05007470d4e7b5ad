/**
 * Keeps what is written on each canvas for as long as it stands there, so that words in pictures can be measured like others.
 * Runs before the page's scripts. A canvas' words are in `canvas.written`, each with its box in device pixels.
 */
(() => {
  const context = CanvasRenderingContext2D.prototype;
  const written = (canvas) => (canvas.written ??= []);
  /** Edges that were drawn for texts which follow, by their text. */
  const halos = (canvas) => (canvas.halos ??= new Map());

  /** The box of a text as it is about to be drawn, in device pixels. */
  const boxOf = (pen, text, x, y) => {
    const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right, actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = pen.measureText(text);
    const place = pen.getTransform();
    const corners = [[x - left, y - up], [x + right, y - up], [x - left, y + down], [x + right, y + down]]
      .map(([px, py]) => place.transformPoint({ x: px, y: py }));
    const xs = corners.map((corner) => corner.x);
    const ys = corners.map((corner) => corner.y);
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  };

  const isWithin = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1
    && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;

  const forget = (pen, x, y, width, height) => {
    const place = pen.getTransform();
    const [a, b] = [place.transformPoint({ x, y }), place.transformPoint({ x: x + width, y: y + height })];
    const box = { left: Math.min(a.x, b.x), right: Math.max(a.x, b.x), top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) };
    pen.canvas.written = written(pen.canvas).filter((text) => !isWithin(text, box));
  };

  const { fillText, strokeText, fillRect, clearRect } = context;
  context.strokeText = function halo(text, x, y, ...more) {
    halos(this.canvas).set(String(text), { colour: this.strokeStyle, alpha: this.globalAlpha });
    return strokeText.call(this, text, x, y, ...more);
  };
  context.fillText = function write(text, x, y, ...more) {
    const halo = halos(this.canvas).get(String(text)) ?? null;
    halos(this.canvas).delete(String(text));
    const size = parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? '16');
    if (String(text).trim()) {
      written(this.canvas).push({
        text: String(text), ...boxOf(this, text, x, y), colour: this.fillStyle, alpha: this.globalAlpha, halo,
        size, weight: parseInt(/\b(\d00)\b/.exec(this.font)?.[1] ?? (/\bbold\b/.test(this.font) ? '700' : '400'), 10),
      });
    }
    return fillText.call(this, text, x, y, ...more);
  };
  context.fillRect = function fill(...box) {
    if (this.globalCompositeOperation === 'copy') this.canvas.written = [];
    return fillRect.apply(this, box);
  };
  context.clearRect = function clear(...box) {
    forget(this, ...box);
    return clearRect.apply(this, box);
  };
  for (const side of ['width', 'height']) {
    const own = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, side);
    Object.defineProperty(HTMLCanvasElement.prototype, side, {
      ...own,
      set(value) {
        this.written = [];
        own.set.call(this, value);
      },
    });
  }
})();
