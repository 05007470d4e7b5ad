/** @file Vectors of float64 as they cross the wire: base64 of little-endian numbers. */

export { decodeVector as vectorFromWire } from '../network/parameters.js';
