/** @file Addresses within the playground: what stands behind each is opened by who owns it. */

export const EXPERIMENTS = '#experiments';
export const TAKE_OUT = '#take-out';
export const LESSONS = '#lessons';
export const EMBED = '#embed';
