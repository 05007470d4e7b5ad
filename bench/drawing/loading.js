/** Notes what the browser says of the first load in `window.loading`: milliseconds, and the shift of the layout. */
(() => {
  const LONG_TASK = 50;
  const loading = (window.loading = { first_paint: 0, largest_paint: 0, blocking: 0, shift: 0 });
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });

  watch('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') loading.first_paint = entry.startTime;
  });
  watch('largest-contentful-paint', (entry) => {
    loading.largest_paint = entry.startTime;
  });
  watch('longtask', (entry) => {
    loading.blocking += entry.duration - LONG_TASK;
  });
  watch('layout-shift', (entry) => {
    if (!entry.hadRecentInput) loading.shift += entry.value;
  });
})();
