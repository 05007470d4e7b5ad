/** Notes in `window.pictures` how the plane looked in each frame since the page began, and when the socket was live. Runs before the page's scripts. */
(() => {
  const SIDE = 96;
  const pictures = (window.pictures = { live: 0, frames: [] });
  const small = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true });

  /** The plane in few pixels, its layers over each other. */
  window.picture = () => {
    const layers = document.querySelectorAll('#plane canvas');
    small.clearRect(0, 0, SIDE, SIDE);
    for (const layer of layers) if (layer.width > 0 && layer.height > 0) small.drawImage(layer, 0, 0, SIDE, SIDE);
    return small.getImageData(0, 0, SIDE, SIDE).data.join();
  };
  const look = () => {
    if (pictures.live === 0 && document.getElementById('connection')?.dataset.status === 'live') pictures.live = performance.now();
    if (pictures.live > 0) {
      // Another task, after everything that this frame painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        pictures.frames.push([performance.now(), window.picture()]);
        if (performance.now() < pictures.live + 3000) requestAnimationFrame(look);
      };
      port2.postMessage(null);
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  /** Milliseconds from the live socket to the first frame that looks like this; null: none did. */
  window.sameAfter = (wanted) => {
    const found = pictures.frames.find(([, picture]) => picture === wanted);
    return found ? Math.max(0, found[0] - pictures.live) : null;
  };
})();
