/**
 * Why a link can't be opened, and what helps, in words.
 */
import { FaultError } from '../../kept/faults.js';
import { RefusedError } from '../../wire/errors.js';

/** @param {unknown} error */
export function faultOfLink(error) {
  if (error instanceof RefusedError) return `This link can’t be opened: the server does not draw its points. ${error.message}`;
  if (!(error instanceof FaultError)) {
    return 'This link can’t be opened just now, because the server does not draw its points. Try again when the connection is back.';
  }
  return `This link can’t be opened: ${error.message}. Ask for it again, or for the file.`;
}
