/** @file What is taken out, as types. */

/**
 * @typedef {object} Wish   what else was chosen
 * @property {boolean} start whether programs begin at step 0
 * @property {'png' | 'svg'} format of pictures
 * @property {1 | 2 | 4} scale of pictures
 * @property {'light' | 'dark'} theme of pictures
 */

/**
 * @typedef {object} Made   a file, and how it is shown
 * @property {string} name
 * @property {string} type media type
 * @property {string | Uint8Array<ArrayBuffer> | Blob} content
 * @property {'code' | 'notebook' | 'text' | 'table' | 'picture' | 'closed'} shown `closed`: only its size is told
 * @property {string} words below it
 * @property {string} [picture] a picture's address
 * @property {string} [about] lines that are shown instead of what only programs read
 */

/**
 * @typedef {object} Thing
 * @property {string} key
 * @property {string} title
 * @property {(page: import('../page.js').Page, wish: Wish) => Promise<Made> | Made} make
 */

/**
 * @typedef {object} Axis   own = offset + factor × place on the plane
 * @property {string} name empty where there is none
 * @property {string} unit the same
 * @property {number} offset
 * @property {number} factor
 */

/** @typedef {{axes: {x1: Axis, x2: Axis, target: Axis | null, more?: Axis[]}, classes: readonly string[]}} OwnTable */

export {};
