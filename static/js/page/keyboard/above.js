/** @file What lies above the page: while it is there, keys are its own. */

const ABOVE_THE_PAGE = 'dialog[open], [popover]:popover-open';

/** Whether a dialog or a popover is open. */
export const isCovered = () => document.querySelector(ABOVE_THE_PAGE) !== null;
