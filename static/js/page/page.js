/**
 * What every part of the page is given, as types: the state to read, commands to send, the page's own state.
 *
 * @typedef {import('../types.js').State} State
 * @typedef {import('../types.js').Command} Command
 *
 * @typedef {object} Page
 * @property {Readonly<State>} state what is shown; tracked: an effect that reads a field runs again when it has changed
 * @property {Readonly<State>} newest the same of the run's newest moment, whichever one is looked at
 * @property {import('./past/state.js').PastAccess} past what can be asked of the moment that is looked at
 * @property {import('../state/editor.js').Editor} editor edits points at once on the screen, and undoes
 * @property {import('./view_state.js').ViewState} view tracked as well
 * @property {Send} send the one way to the server: what changes something can be undone
 * @property {(command: Command) => Promise<boolean>} attempt sends; a refusal is told in the reading pane
 * @property {(sent: Promise<unknown>) => Promise<boolean>} tell the same for what was sent already
 * @property {(text: string) => void} announce to a screen reader, politely
 *
 * @typedef {(command: Command, name?: string) => Promise<unknown>} Send rejects with the server's refusal; `name`: of what is done, for undo, where the command does not say it
 */
export {};
