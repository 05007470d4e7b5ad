/** @file How a file leaves the page as a download. */
import { make } from './dom.js';

/** Milliseconds: long enough for a browser to have begun with it. */
const KEPT = 60_000;

/** @param {Blob} content @param {string} name */
export function save(content, name) {
  const address = URL.createObjectURL(content);
  const link = make('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
