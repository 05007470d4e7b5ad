/**
 * The addresses of views of the playground, behind the page's own.
 */

export const EXPERIMENTS = '#experiments';
export const TAKE_OUT = '#take-out';
