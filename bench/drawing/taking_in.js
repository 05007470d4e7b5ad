/** A table that is pasted, previewed, used and undone, and what each took until a frame had shown it. Runs before the page's scripts. */
(() => {
  const painted = () => new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  });
  const turn = () => new Promise((done) => { setTimeout(done); });
  /** @param {() => unknown} isThere */
  const until = async (isThere) => { while (!isThere()) await turn(); };
  const sentence = () => document.getElementById('data-recipe')?.textContent ?? '';

  /** @param {string} text @param {number} rows */
  window.takeIn = async (text, rows) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const before = sentence();
    const began = performance.now();
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await until(() => document.querySelector('.own-preview'));
    await painted();
    const previewed = performance.now();
    document.querySelector('.own-use .primary').click();
    await until(() => sentence().replace(/\D/g, '').includes(String(rows)) && sentence() !== before);
    await painted();
    const used = performance.now();
    await until(() => !document.getElementById('undo').disabled);
    document.getElementById('undo').click();
    await until(() => sentence() === before);
    await painted();
    return { preview: previewed - began, use: used - previewed };
  };
})();
