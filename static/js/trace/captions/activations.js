/** @file Each activation function as captions write it, of z as a symbol or as a number. */

import { ACTIVATION_WORDS } from '../../network/choices.js';

/** σ(z) in TeX. @param {import('../../types.js').ActivationName} name @param {string} z   in TeX */
export const activationTex = (name, z) => ACTIVATION_WORDS[name].tex.replaceAll('#1', () => z);
