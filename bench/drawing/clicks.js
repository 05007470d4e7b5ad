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

  /** Calls when the running frame has been painted: in the next task, or where the next frame comes first, at its start. */
  const requestFrame = window.requestAnimationFrame;
  let running = null;
  const painted = [];
  window.requestAnimationFrame = (callback) => requestFrame((now) => {
    if (now !== running) {
      running = now;
      for (const act of painted.splice(0)) act();
    }
    callback(now);
  });

  function afterThisFrame(callback) {
    let isOver = false;
    const end = () => {
      if (!isOver) callback();
      isOver = true;
    };
    painted.push(end);
    const channel = new MessageChannel();
    channel.port1.onmessage = end;
    channel.port2.postMessage(null);
  }

  addEventListener('pointerdown', (event) => {
    before = pixels(event);
  }, { capture: true });

  addEventListener('pointerup', (event) => {
    const click = { at: event.timeStamp, same_frame: false, drawn: null, moved: null, id: null, step: null, revision: null };
    latest = click;
    clicks.push(click);
    requestAnimationFrame(() => afterThisFrame(() => {
      click.drawn = performance.now() - click.at;
      click.same_frame = pixels(event) !== before;
    }));
  }, { capture: true });

  /** What is said to the server, and by it, as the page writes and reads it, whichever way it goes. */
  const { stringify, parse } = JSON;
  JSON.stringify = (value, ...given) => {
    if (latest && latest.id === null && value?.type === 'add_points') latest.id = value.id;
    return stringify(value, ...given);
  };
  JSON.parse = (...given) => {
    const event = parse(...given);
    if (event?.type === 'ack' && latest && event.id === latest.id) {
      Object.assign(latest, { step: event.step, revision: event.revision });
    }
    return event;
  };

  /** The boundary has moved once the plane's field is painted with a frame that was trained with the point. */
  let awaited = null;
  const { getFloat64 } = DataView.prototype;
  DataView.prototype.getFloat64 = function watched(offset, ...given) {
    const value = getFloat64.call(this, offset, ...given);
    if (offset === STEP_OFFSET && latest && latest.revision !== null && latest.moved === null) {
      const isTrained = this.getUint32(REVISION_OFFSET, true) >= latest.revision && value > latest.step;
      if (isTrained) awaited = latest;
    }
    return value;
  };

  const clearRect = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function watched(...box) {
    if (awaited && this.canvas.matches('#plane canvas.field')) {
      const click = awaited;
      awaited = null;
      afterThisFrame(() => {
        click.moved ??= performance.now() - click.at;
      });
    }
    clearRect.apply(this, box);
  };
})();
