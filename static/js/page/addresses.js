/** @file Addresses within the playground: what stands behind each is opened by who owns it. */

export const EXPERIMENTS = '#experiments';
export const TAKE_OUT = '#take-out';
const LINK = /^#x\d+=/;

/** Whether an address holds an experiment, of this version or a later one. @param {string} hash */
export const isLinkAddress = (hash) => LINK.test(hash);
