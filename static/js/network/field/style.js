/** @file How the field's lines look and how fine its grids are, the same for both back ends. */

/**
 * The boundary between classes, and the zero line in regression: its width in units of the page, its opacity.
 */
export const BOUNDARY = { width: 1.4, opacity: 0.82 };
