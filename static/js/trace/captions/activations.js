/** @file Each activation function as captions write it: with z in symbols, or with a number. */

import { ACTIVATION_WORDS } from '../../network/choices.js';

/** σ(z) in TeX. @param {import('../../types.js').ActivationName} name @param {string} z   in TeX */
export const activationTex = (name, z) => ACTIVATION_WORDS[name].tex.replaceAll('#1', () => z);
