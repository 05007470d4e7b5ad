/** Notes in `window.milestones` when the page was painted and when it can be used, in milliseconds, and what shifted. */
(() => {
  const milestones = (window.milestones = { painted: 0, usable: 0, shift: 0 });
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });

  watch('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') milestones.painted = entry.startTime;
  });
  watch('layout-shift', (entry) => {
    if (!entry.hadRecentInput) milestones.shift += entry.value;
  });

  /** The playground: its socket is live and the pictures of data sets are there. The article: its modules have run. */
  const isUsable = () => {
    const connection = document.getElementById('connection');
    return connection
      ? connection.dataset.status === 'live' && document.querySelector('#gallery button') !== null
      : document.documentElement.hasAttribute('data-started');
  };
  const look = new MutationObserver(() => {
    if (document.readyState === 'loading' || !isUsable()) return;
    milestones.usable = performance.now();
    look.disconnect();
  });
  look.observe(document, { subtree: true, childList: true, attributes: true });
})();
