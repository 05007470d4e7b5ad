/** @file What every figure of the article is given. Types only. */

/**
 * @typedef {Object} Context
 * @property {import('./networks.js').Networks} networks
 * @property {import('./reader.js').Reader} reader
 * @property {import('../network/field/types.js').Field} field   for the article's network
 */

export {};
