/** For bench/drawing/scrubbing.py: a hand that moves along the curve once a frame, and one that steps back and waits. */
window.scrub = (milliseconds) => new Promise((done) => {
  const over = document.querySelector('#chart .u-over');
  const { left, width, top, height } = over.getBoundingClientRect();
  const at = (share) => ({ clientX: left + share * width, clientY: top + height / 2, pointerId: 1, isPrimary: true, pointerType: 'mouse', bubbles: true });
  const send = (type, share, more) => over.dispatchEvent(new PointerEvent(type, { ...at(share), ...more }));
  document.getElementById('chart').setPointerCapture = () => {};
  const begun = performance.now();
  send('pointerdown', 0.9, { button: 0, buttons: 1 });
  const move = () => {
    const elapsed = performance.now() - begun;
    const share = 0.5 - 0.45 * Math.cos((elapsed / 1000) * Math.PI);
    if (elapsed < milliseconds) {
      send('pointermove', share, { buttons: 1 });
      requestAnimationFrame(move);
    } else {
      send('pointerup', share, { button: 0 });
      done(true);
    }
  };
  requestAnimationFrame(move);
});

window.stepBackFrom = (share) => new Promise((done) => {
  const over = document.querySelector('#chart .u-over');
  const { left, width, top, height } = over.getBoundingClientRect();
  const place = { clientX: left + share * width, clientY: top + height / 2, pointerId: 1, isPrimary: true, pointerType: 'mouse', bubbles: true };
  over.dispatchEvent(new PointerEvent('pointerdown', { ...place, button: 0, buttons: 1 }));
  over.dispatchEvent(new PointerEvent('pointerup', { ...place, button: 0 }));
  const begun = performance.now();
  document.getElementById('step-back').click();
  const look = () => {
    if (document.querySelector('.moment.waits')) requestAnimationFrame(look);
    else done(performance.now() - begun);
  };
  requestAnimationFrame(look);
});
