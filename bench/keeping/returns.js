/**
 * Notes how the plane looks in each frame from the live socket on, so that the first that looks as wished can be found. Runs
 * before the page's scripts.
 */
(() => {
  for (const [key, value] of [['been-here', 'yes'], ['settings', 'open'], ['how-to-read-it', 'hidden']]) localStorage.setItem(key, value);
  const SIDE = 96;
  const WATCHED = 3000;
  const frames = [];
  let live = 0;
  const small = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true });
  const frame = () => new Promise((done) => {
    requestAnimationFrame(() => {
      // Another task, after everything that this frame painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  });

  /** The plane in few pixels, its layers over each other. */
  function picture() {
    small.clearRect(0, 0, SIDE, SIDE);
    for (const layer of document.querySelectorAll('#plane canvas')) {
      if (layer.width > 0 && layer.height > 0) small.drawImage(layer, 0, 0, SIDE, SIDE);
    }
    return small.getImageData(0, 0, SIDE, SIDE).data.join();
  }

  async function watch() {
    while (document.getElementById('connection')?.dataset.status !== 'live') await frame();
    live = performance.now();
    while (performance.now() < live + WATCHED) {
      await frame();
      frames.push({ at: performance.now(), looks: picture() });
    }
  }
  const watched = watch();

  /** The plane once it stays as it is. */
  window.settledPicture = async () => {
    for (let [before, still] = ['', 0]; ;) {
      await frame();
      const now = picture();
      still = now === before ? still + 1 : 0;
      if (still > 30) return now;
      before = now;
    }
  };

  /** Milliseconds from the live socket to the first frame that looks like this; null: none did. */
  window.sameAfter = async (wanted) => {
    await watched;
    const same = frames.find(({ looks }) => looks === wanted);
    return same ? same.at - live : null;
  };
})();
