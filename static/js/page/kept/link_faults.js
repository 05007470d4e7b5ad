/**
 * Why a link can't be opened, and what helps, in words.
 */
import { FaultError } from '../../kept/faults.js';

/** @param {unknown} error */
export function faultOfLink(error) {
  const { code, message } = /** @type {Error & {code?: unknown}} */ (error);
  if (typeof code === 'string') return `This link can’t be opened: the server does not draw its points. ${message}`; // it refused
  if (!(error instanceof FaultError)) {
    return 'This link can’t be opened just now, because the server does not draw its points. Try again when the connection is back.';
  }
  return `This link can’t be opened: ${error.message}. Ask for it again, or for the file.`;
}
