/** @file What a hand does on this screen, by the words for it: a mouse clicks and presses, a finger taps. */

export const hasFinger = () => typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;

/** @param {string} mouse @param {string} finger the same for fingers */
export const byHand = (mouse, finger) => (hasFinger() ? finger : mouse);
