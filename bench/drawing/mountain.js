/** @file In the page that is measured: when each level of a mountain's heights is there, and how long its frames are while it turns. */

/** @type {{nodes: number, at: number}[]} */
let levels = [];

const Own = Worker;
window.Worker = class extends Own {
  /** @param {string | URL} address @param {WorkerOptions} [options] */
  constructor(address, options) {
    super(address, options);
    this.addEventListener('message', ({ data }) => {
      if (data?.type === 'heights') levels.push({ nodes: data.heights.nodes, at: performance.now() });
    });
  }
};

const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });

Object.assign(window, {
  /** Milliseconds from the click on the tab to each level. @param {number} most nodes of the last one */
  async standMountain(most) {
    document.getElementById('plane-tab')?.click();
    await frame();
    levels = [];
    const begun = performance.now();
    document.getElementById('mountain-tab')?.click();
    while (levels.at(-1)?.nodes !== most) await frame();
    return levels.map(({ nodes, at }) => [nodes, at - begun]);
  },

  /** Milliseconds between frames while it is dragged. @param {number} count */
  async turnMountain(count) {
    const hills = /** @type {HTMLElement} */ (document.querySelector('#mountain .hills'));
    hills.setPointerCapture = () => {};
    const { x, y } = hills.getBoundingClientRect();
    const send = (/** @type {string} */ type, /** @type {number} */ by) => hills.dispatchEvent(new PointerEvent(
      type, { clientX: x + 100 + by, clientY: y + 100, pointerId: 1, button: 0, buttons: 1, bubbles: true }));
    send('pointerdown', 0);
    const gaps = [];
    let last = performance.now();
    for (let turn = 1; turn <= count; turn++) {
      send('pointermove', 3 * turn);
      await frame();
      gaps.push(performance.now() - last);
      last = performance.now();
    }
    send('pointerup', 3 * count);
    return gaps;
  },

  /** Updates and frames a second for so long. @param {number} milliseconds */
  async progress(milliseconds) {
    const steps = () => Number((document.getElementById('step-count')?.textContent ?? '').replace(/\D/g, ''));
    const [from, begun] = [steps(), performance.now()];
    let frames = 0;
    for (; performance.now() < begun + milliseconds; frames += 1) await frame();
    const seconds = (performance.now() - begun) / 1000;
    return [(steps() - from) / seconds, frames / seconds];
  },
});
