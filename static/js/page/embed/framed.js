/** @file Whether this page stands in a frame of another one, as part of it: first_embed.js has said so. */

/** The playground without header, list and memory: /embed. */
export const isEmbed = () => typeof document !== 'undefined' && document.documentElement.dataset.embed !== undefined;
