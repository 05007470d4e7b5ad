import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { beforeFrame, cancelFrame, holdFrames, requestFrame } from '../../../static/js/ui/frames.js';

/** @type {Map<number, FrameRequestCallback>} what the browser was asked for */
let browser = new Map();
let handles = 0;
/** @type {string[]} */
let calls = [];
const note = (/** @type {string} */ what) => () => {
  calls.push(what);
};

/** The browser's next frame; how many callbacks it had. */
function frame(now = 0) {
  const due = [...browser.values()];
  browser = new Map();
  for (const callback of due) callback(now);
  return due.length;
}

beforeEach(() => {
  Object.assign(globalThis, {
    requestAnimationFrame(/** @type {FrameRequestCallback} */ callback) {
      browser.set(++handles, callback);
      return handles;
    },
    cancelAnimationFrame: (/** @type {number} */ handle) => browser.delete(handle),
  });
  while (frame() > 0);
  calls = [];
});

test('what came in is taken before anything is drawn, whoever asked first', () => {
  requestFrame(note('plane'));
  beforeFrame(note('answer'));
  requestFrame(note('network'));
  assert.equal(frame(), 1);
  assert.deepEqual(calls, ['answer', 'plane', 'network']);
  assert.equal(frame(), 0);
});

test('what is asked for while the new is taken is drawn in the same frame, and asks for no other', () => {
  beforeFrame(() => requestFrame(note('plane')));
  frame();
  assert.deepEqual(calls, ['plane']);
  assert.equal(frame(), 0);
});

test('what everybody waits for is drawn before all else, whoever asked first, and only once', () => {
  requestFrame(note('network'));
  requestFrame(note('plane'), { first: true });
  cancelFrame(requestFrame(note('nobody'), { first: true }));
  frame();
  assert.deepEqual(calls, ['plane', 'network']);
  requestFrame(note('network again'));
  requestFrame(note('plane again'));
  frame();
  assert.deepEqual(calls.slice(2), ['network again', 'plane again']);
});

test('what is asked for while drawing comes in the next frame, with its time', () => {
  /** @type {number[]} */
  const times = [];
  requestFrame((now) => {
    times.push(now);
    requestFrame((later) => times.push(later));
    beforeFrame(note('answer'));
  });
  frame(16);
  assert.deepEqual([times, calls], [[16], []]);
  frame(33);
  assert.deepEqual([times, calls], [[16, 33], ['answer']]);
});

test('a look at what came in can ask for another one', () => {
  beforeFrame(() => beforeFrame(note('answer')));
  frame();
  assert.deepEqual(calls, []);
  frame();
  assert.deepEqual(calls, ['answer']);
});

test('what was taken back is not drawn, and leaves no empty frame', () => {
  cancelFrame(requestFrame(note('plane')));
  assert.equal(frame(), 0);
  requestFrame(() => cancelFrame(network));
  const network = requestFrame(note('network'));
  requestFrame(note('plane'));
  frame();
  assert.deepEqual(calls, ['plane']);
});

test('one that fails takes nothing from the others, and is reported', () => {
  /** @type {unknown[]} */
  const reported = [];
  Object.assign(globalThis, { reportError: (/** @type {unknown} */ error) => reported.push(error) });
  const broken = new Error('broken');
  beforeFrame(() => {
    throw broken;
  });
  requestFrame(() => {
    throw broken;
  });
  requestFrame(note('plane'));
  frame();
  assert.deepEqual([reported, calls], [[broken, broken], ['plane']]);
});

test('where drawing takes more than its share of a frame, the rest comes first in the next', (context) => {
  let clock = 0;
  context.mock.method(performance, 'now', () => clock);
  const slow = (/** @type {string} */ what) => () => {
    calls.push(what);
    clock += 20;
  };
  requestFrame(() => {
    slow('plane')();
    requestFrame(slow('plane again'));
  });
  requestFrame(slow('network'));
  const cancelled = requestFrame(slow('curve'));
  requestFrame(note('words'));
  frame();
  assert.deepEqual(calls, ['plane']);
  cancelFrame(cancelled);
  frame();
  assert.deepEqual(calls, ['plane', 'network']);
  frame();
  assert.deepEqual(calls, ['plane', 'network', 'words', 'plane again']);
  assert.equal(frame(), 0);
});

test('what came in is taken however long it takes, and one drawing follows at least', (context) => {
  let clock = 0;
  context.mock.method(performance, 'now', () => clock);
  const take = () => { clock += 30; };
  beforeFrame(take);
  beforeFrame(note('answer'));
  requestFrame(note('plane'));
  requestFrame(note('network'));
  frame();
  assert.deepEqual(calls, ['answer', 'plane']);
  frame();
  assert.deepEqual(calls, ['answer', 'plane', 'network']);
});

test('while frames are held nothing is drawn, and all of it when they are let go', () => {
  requestFrame(note('asked before'));
  const letGo = holdFrames();
  requestFrame(note('plane'));
  beforeFrame(note('answer'));
  assert.equal(frame(), 0);
  letGo();
  assert.equal(frame(), 1);
  assert.deepEqual(calls, ['answer', 'asked before', 'plane']);
  holdFrames()();
  assert.equal(frame(), 0);
});
