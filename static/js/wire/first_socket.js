/**
 * Starts the worker with the page's socket while the page itself is yet to be fetched, so that the server's first words
 * are there when its modules have run. A classic script: a module would come after all that it need not wait for.
 * `first_worker.js` takes over what it leaves; where there is nothing, the page opens its socket as it does later on.
 */
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const canShareMemory = crossOriginIsolated && origin !== 'null' && typeof SharedArrayBuffer === 'function'; // as in ring.js
  if (!canShareMemory || document.documentElement.hasAttribute('data-standstill')) return;
  const address = new URL('socket', document.baseURI);
  address.protocol = address.protocol.replace('http', 'ws');
  const url = address.href;
  try {
    const worker = new Worker(String(script.dataset.worker), { type: 'module' });
    /** @type {import('./threaded_socket.js').Report[]} */
    const reports = [];
    worker.onmessage = ({ data }) => reports.push(data);
    worker.onerror = () => reports.push({ type: 'close', code: 1006 });
    worker.postMessage({ type: 'open', url });
    Object.assign(window, { firstSocket: { url, worker, reports } });
  } catch {
    // no worker may be started: the page finds another way
  }
})();
