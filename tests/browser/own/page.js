/** @file Brings tables onto the page one after the other, and says what it made of each; nothing is used. */

/** Frames that a table is waited for: a page that takes more says nothing of it at all. */
const MOST_FRAMES = 1200;

const nextFrame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });

/** @param {string} what @param {() => boolean} isThere */
async function until(what, isThere) {
  for (let frame = 0; frame < MOST_FRAMES; frame += 1) {
    await nextFrame();
    if (isThere()) return;
  }
  throw new Error(`The page does not come to it: ${what}`);
}

const preview = () => document.querySelector('.own-preview');
const trouble = () => document.querySelector('#reading .trouble')?.textContent ?? '';
/** What no text from outside may become. */
const foreign = () => document.querySelectorAll('script, img, iframe, base, form, [onerror], [onclick], [onload]').length;
/** @param {Element | null | undefined} element */
const textOf = (element) => element?.textContent ?? '';

/** @param {{name?: string, bytes?: number[], text: string, repeated: number}} table a file with these bytes, or a text that is pasted */
function arrive({ name, bytes, text, repeated }) {
  const data = new DataTransfer();
  if (bytes) {
    data.items.add(new File([new Uint8Array(bytes)], name ?? ''));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  } else {
    data.setData('text/plain', text.repeat(repeated));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }
}

/** What is to be read of a table that has arrived. */
function told() {
  const rows = [...preview()?.querySelectorAll('.own-faults:not([hidden]) tr') ?? []];
  return {
    said: trouble(),
    lack: textOf(preview()?.querySelector('h3[role=status]:not([hidden])')),
    faults: rows.map((row) => [textOf(row.querySelector('th')), textOf(row.querySelector('td:nth-of-type(2)'))]),
    use: textOf(document.querySelector('.own-use .primary')),
    foreign: foreign(),
  };
}

/** @param {Parameters<typeof arrive>[0][]} tables */
async function bringAll(tables) {
  const found = [];
  for (const [at, table] of tables.entries()) {
    arrive(table);
    await until(`table ${at} is told`, () => preview() !== null || trouble() !== '');
    found.push(told());
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await until(`table ${at} goes again`, () => preview() === null && trouble() === '');
  }
  return { found, foreign: foreign(), address: location.href, harmed: 'harmed' in window };
}

Object.assign(window, { bringAll });
