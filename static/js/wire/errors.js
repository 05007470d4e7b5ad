/** @file Why a command was not carried out. */

/** @typedef {import('../types.js').ErrorEvent} ErrorEvent */

/** The command could not be sent, or the socket closed before the server answered. */
export class ConnectionLostError extends Error {}

/** The server refused a command; nothing was changed. */
export class RefusedError extends Error {
  /** @param {ErrorEvent} event */
  constructor({ message, code, field, given, allowed }) {
    super(message);
    this.code = code;
    this.field = field;
    this.given = given;
    this.allowed = allowed;
  }
}
