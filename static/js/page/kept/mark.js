/**
 * Set as soon as something is kept in this browser: without it there is nothing to look for.
 */
export const MARK = 'kept';
