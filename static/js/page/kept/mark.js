/** @file The name under which a browser remembers that something is kept: without it there is nothing to look for. */
export const MARK = 'kept';
