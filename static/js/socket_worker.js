/** @file The worker of a `ThreadedSocket`: holds the socket itself, and writes what it brings to the ring. */

import { ringBuffer, ringWriter } from './wire/ring.js';

/** @typedef {import('./wire/threaded_socket.js').Order} Order */
/** @typedef {import('./wire/threaded_socket.js').Report} Report */

/** Messages without room in the ring that were not taken yet; none may overtake them. */
let posted = 0;
/** @type {WebSocket} */
let socket;

/** @param {Report} message */
const report = (message) => self.postMessage(message);

/** @param {Extract<Order, {type: 'open'}>} order */
function open({ url }) {
  const buffer = ringBuffer();
  const ring = ringWriter(buffer);
  socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  socket.onmessage = ({ data }) => {
    if (posted > 0 || !ring.write(data)) {
      posted++;
      report({ type: 'message', data });
    } else if (ring.mustWake()) {
      report({ type: 'wake' });
    }
  };
  socket.onclose = ({ code }) => report({ type: 'close', code });
  report({ type: 'up', buffer });
}

/** @param {MessageEvent<Order>} event */
self.onmessage = ({ data: order }) => {
  if (order.type === 'open') open(order);
  else if (order.type === 'send') socket.send(order.text);
  else if (order.type === 'taken') posted--;
  else socket.close();
};
