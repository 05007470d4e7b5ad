/**
 * Watches clicks on the plane: whether the point is drawn in the next animation frame, and when the boundary moves by it.
 *
 * `window.clicks` holds one entry for each: `at` (the event's time), `same_frame`, `drawn` and `moved` (milliseconds
 * later; null until then).
 */
(() => {
  const HALF = 6;
  const REVISION_OFFSET = 8;
  const STEP_OFFSET = 16;
  const clicks = (window.clicks = []);
  let latest = null;
  let before = null;

  /** The points' layer around a place in the window, as text. */
  function pixels({ clientX, clientY }) {
    const canvas = document.querySelector('#plane canvas.points');
    const box = canvas.getBoundingClientRect();
    const x = (clientX - box.left - HALF) * (canvas.width / box.width);
    const y = (clientY - box.top - HALF) * (canvas.height / box.height);
    return canvas.getContext('2d').getImageData(x, y, 2 * HALF, 2 * HALF).data.join();
  }

  /** After the animation frame that comes next, when it has been painted. */
  function afterFrame(callback) {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = callback;
      channel.port2.postMessage(null);
    });
  }

  addEventListener('pointerdown', (event) => {
    before = pixels(event);
  }, { capture: true });

  addEventListener('pointerup', (event) => {
    const click = { at: event.timeStamp, same_frame: false, drawn: null, moved: null, id: null, step: null, revision: null };
    latest = click;
    clicks.push(click);
    afterFrame(() => {
      click.drawn = performance.now() - click.at;
      click.same_frame = pixels(event) !== before;
    });
  }, { capture: true });

  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function watched(data) {
    if (latest && latest.id === null && typeof data === 'string' && data.includes('"add_points"')) {
      latest.id = JSON.parse(data).id;
    }
    send.call(this, data);
  };

  /** The boundary has moved once the plane's field is painted with a frame that was trained with the point. */
  let awaited = null;
  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        if (!latest || latest.id === null || latest.moved !== null) return;
        if (typeof data === 'string') {
          if (!data.includes('"ack"')) return;
          const event = JSON.parse(data);
          if (event.type === 'ack' && event.id === latest.id) Object.assign(latest, { step: event.step, revision: event.revision });
          return;
        }
        const view = new DataView(data);
        const isTrained = latest.revision !== null && view.getUint32(REVISION_OFFSET, true) >= latest.revision &&
          view.getFloat64(STEP_OFFSET, true) > latest.step;
        if (isTrained) awaited = latest;
      });
    }
  };

  const clearRect = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function watched(...box) {
    if (awaited && this.canvas.matches('#plane canvas.field')) {
      const click = awaited;
      awaited = null;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        click.moved ??= performance.now() - click.at;
      };
      channel.port2.postMessage(null);
    }
    clearRect.apply(this, box);
  };
})();
