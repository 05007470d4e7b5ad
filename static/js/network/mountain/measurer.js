/** @file Measures beside the page, in a worker that is started with the first question. */

/** @typedef {import('./orders.js').Report} Report */
/** @typedef {Omit<import('./orders.js').Measure, 'type' | 'id'>} Wish */

/**
 * @param {() => Worker} start
 * @param {{onHeights: (report: Extract<Report, {type: 'heights'}>, wish: Wish) => void, onShare: (share: number) => void, onFault: () => void}} handlers
 */
export function createMeasurer(start, { onHeights, onShare, onFault }) {
  /** @type {Worker | null} */
  let worker = null;
  let last = 0;
  /** What is being measured. @type {{id: number, wish: Wish} | null} */
  let wished = null;
  /** @type {Map<number, (shape: import('./shape.js').Shape) => void>} */
  const asked = new Map();

  function hear(/** @type {Report} */ message) {
    if (message.type === 'shape') {
      asked.get(message.id)?.(message.shape);
      asked.delete(message.id);
    } else if (message.id === wished?.id) {
      if (message.type === 'share') onShare(message.share);
      else onHeights(message, wished.wish);
    }
  }
  function begun() {
    if (!worker) {
      worker = start();
      worker.onmessage = ({ data }) => hear(data);
      worker.onerror = onFault;
    }
    return worker;
  }

  return {
    /** @param {Wish} wish   what was measured before is given up */
    measure(wish) {
      wished = { id: ++last, wish };
      begun().postMessage({ type: 'measure', id: last, ...wish });
    },
    /**
     * @param {Omit<import('./orders.js').AskShape, 'type' | 'id'>} question
     * @returns {Promise<import('./shape.js').Shape>}
     */
    shape(question) {
      const id = ++last;
      return new Promise((resolve) => {
        asked.set(id, resolve);
        begun().postMessage({ type: 'shape', id, ...question });
      });
    },
    /** Gives up what is being measured. */
    stop() {
      wished = null;
    },
  };
}

/** @typedef {ReturnType<typeof createMeasurer>} Measurer */
