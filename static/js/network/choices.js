/**
 * @file What captions, figures and sentences say of functions. Made by `make generate` from the tables in app/nn and app/data.
 */

/**
 * `tex`: σ(z) in TeX, with #1 for z. `below`: where σ(z) is z itself above 0, what becomes of a sum that is
 * not; `silent_below`: that is 0, whatever the sum.
 * @typedef {{title: string, tex: string, below: string | null, silent_below: boolean}} ActivationWords
 */

/** @satisfies {Record<string, ActivationWords>} */
export const ACTIVATION_WORDS = {
  "tanh": {
    title: "tanh",
    tex: "\\tanh(#1)",
    below: null,
    silent_below: false,
  },
  "sigmoid": {
    title: "sigmoid",
    tex: "\\frac{1}{1+e^{-(#1)}}",
    below: null,
    silent_below: false,
  },
  "relu": {
    title: "ReLU",
    tex: "\\max(0, #1)",
    below: "makes 0 of the sum, as it is not above 0: this neuron is silent for this point",
    silent_below: true,
  },
  "leaky_relu": {
    title: "leaky ReLU",
    tex: "\\max(0.01\\cdot(#1),\\ #1)",
    below: "keeps a hundredth of the sum, as it is not above 0",
    silent_below: false,
  },
  "elu": {
    title: "ELU",
    tex: "\\mathrm{ELU}(#1)",
    below: "bends the sum z, as it is not above 0, into the activation a",
    silent_below: false,
  },
  "gelu": {
    title: "GELU",
    tex: "\\mathrm{GELU}(#1)",
    below: null,
    silent_below: false,
  },
  "softplus": {
    title: "softplus",
    tex: "\\ln(1+e^{#1})",
    below: null,
    silent_below: false,
  },
  "sine": {
    title: "sine",
    tex: "\\sin(#1)",
    below: null,
    silent_below: false,
  },
  "linear": {
    title: "linear",
    tex: "#1",
    below: null,
    silent_below: false,
  },
};

/**
 * How a^n is worked out by hand (null: z^n is put into the activation of this name), and the cross-entropy.
 * @typedef {Object} OutputWords
 * @property {boolean} is_probability
 * @property {string | null} hint
 * @property {string | null} cross_entropy_hint
 */

/** @satisfies {Record<string, OutputWords>} */
export const OUTPUT_WORDS = {
  "softmax": {
    is_probability: true,
    hint: "Raise e to every output’s z, and divide the power of this one by the sum of all.",
    cross_entropy_hint: "Take the natural logarithm of the probability of the true class, and turn its sign.",
  },
  "sigmoid": {
    is_probability: true,
    hint: null,
    cross_entropy_hint: "Add −ln a for the true class and −ln(1 − a) for each of the others.",
  },
  "tanh": {
    is_probability: false,
    hint: null,
    cross_entropy_hint: null,
  },
  "linear": {
    is_probability: false,
    hint: "A linear neuron hands its z on as it is.",
    cross_entropy_hint: null,
  },
  "one_sigmoid": {
    is_probability: true,
    hint: null,
    cross_entropy_hint: "Take −ln a where the target is 1, and −ln(1 − a) where it is 0.",
  },
  "one_tanh": {
    is_probability: false,
    hint: null,
    cross_entropy_hint: null,
  },
};

/**
 * The label of its equation, and how it is worked out by hand (null: as the output says).
 * @typedef {{equation: string, hint: string | null}} CostWords
 */

/** @satisfies {Record<string, CostWords>} */
export const COST_WORDS = {
  "cross_entropy": {
    equation: "C1",
    hint: null,
  },
  "squared_error": {
    equation: "C2",
    hint: "Add up the squares of a − y over all outputs, and halve the sum.",
  },
  "huber": {
    equation: "C3",
    hint: "For each output halve the square of a − y; where a − y lies beyond −1 or 1, take its size minus a half instead.",
  },
};

/** In TeX, and as they are read out. */
export const FEATURE_WORDS = {
  "x1": {
    tex: "x_1",
    spoken: "x1",
  },
  "x2": {
    tex: "x_2",
    spoken: "x2",
  },
  "x1^2": {
    tex: "x_1^2",
    spoken: "x1 squared",
  },
  "x2^2": {
    tex: "x_2^2",
    spoken: "x2 squared",
  },
  "x1*x2": {
    tex: "x_1 x_2",
    spoken: "x1 times x2",
  },
  "sin x1": {
    tex: "\\sin x_1",
    spoken: "sine of x1",
  },
  "sin x2": {
    tex: "\\sin x_2",
    spoken: "sine of x2",
  },
  "x3": {
    tex: "x_3",
    spoken: "x3",
  },
  "x4": {
    tex: "x_4",
    spoken: "x4",
  },
  "x5": {
    tex: "x_5",
    spoken: "x5",
  },
  "x6": {
    tex: "x_6",
    spoken: "x6",
  },
  "x7": {
    tex: "x_7",
    spoken: "x7",
  },
};
