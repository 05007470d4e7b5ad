/**
 * @file What captions, figures and sentences say of functions and rules. Made by `make generate` from the tables in app/nn and app/data.
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
};

/**
 * A number by its name, or an operation on others (app/nn/rules.py).
 * @typedef {{operation: string, name: string, of: Expression[]}} Expression
 * @typedef {{symbol: string, sign: '=' | '\\leftarrow', name: string, expression: Expression}} RuleLine
 * @typedef {{formula: string, sentence: string, step: Expression, lines: RuleLine[]}} Rule
 */

/** @type {Record<import('../types.js').Experiment['optimizer'], Rule>} */
export const RULES = {
  "gradient_descent": {
    formula: "w \\leftarrow w - \\eta\\, g",
    sentence: "Gradient descent takes a step against the gradient, as long as the learning rate times the gradient.",
    step: {"operation": "times", "name": "", "of": [{"operation": "setting", "name": "learning_rate", "of": []}, {"operation": "number", "name": "gradient", "of": []}]},
    lines: [],
  },
  "momentum": {
    formula: "v \\leftarrow \\mu v + g,\\qquad w \\leftarrow w - \\eta\\, v",
    sentence: "Momentum keeps a velocity, to which each gradient adds; the step goes against the velocity.",
    step: {"operation": "times", "name": "", "of": [{"operation": "setting", "name": "learning_rate", "of": []}, {"operation": "number", "name": "after.velocity", "of": []}]},
    lines: [{"symbol": "v", "sign": "\\leftarrow", "name": "after.velocity", "expression": {"operation": "plus", "name": "", "of": [{"operation": "times", "name": "", "of": [{"operation": "setting", "name": "terms.momentum", "of": []}, {"operation": "number", "name": "before.velocity", "of": []}]}, {"operation": "number", "name": "gradient", "of": []}]}}],
  },
  "nesterov": {
    formula: "v \\leftarrow \\mu v + g,\\qquad w \\leftarrow w - \\eta\\,(g + \\mu v)",
    sentence: "Nesterov’s momentum looks ahead: it steps against the gradient and the velocity that will be left.",
    step: {"operation": "times", "name": "", "of": [{"operation": "setting", "name": "learning_rate", "of": []}, {"operation": "plus", "name": "", "of": [{"operation": "number", "name": "gradient", "of": []}, {"operation": "times", "name": "", "of": [{"operation": "number", "name": "terms.momentum", "of": []}, {"operation": "number", "name": "after.velocity", "of": []}]}]}]},
    lines: [{"symbol": "v", "sign": "\\leftarrow", "name": "after.velocity", "expression": {"operation": "plus", "name": "", "of": [{"operation": "times", "name": "", "of": [{"operation": "setting", "name": "terms.momentum", "of": []}, {"operation": "number", "name": "before.velocity", "of": []}]}, {"operation": "number", "name": "gradient", "of": []}]}}],
  },
  "adagrad": {
    formula: "s \\leftarrow s + g^2,\\qquad w \\leftarrow w - \\eta\\,\\frac{g}{\\sqrt{s} + \\varepsilon}",
    sentence: "AdaGrad divides the gradient by the root of the sum of all its squares so far.",
    step: {"operation": "times", "name": "", "of": [{"operation": "setting", "name": "learning_rate", "of": []}, {"operation": "over", "name": "", "of": [{"operation": "number", "name": "gradient", "of": []}, {"operation": "plus", "name": "", "of": [{"operation": "root", "name": "", "of": [{"operation": "number", "name": "after.squares", "of": []}]}, {"operation": "number", "name": "terms.epsilon", "of": []}]}]}]},
    lines: [{"symbol": "s", "sign": "\\leftarrow", "name": "after.squares", "expression": {"operation": "plus", "name": "", "of": [{"operation": "number", "name": "before.squares", "of": []}, {"operation": "square", "name": "", "of": [{"operation": "number", "name": "gradient", "of": []}]}]}}],
  },
  "rmsprop": {
    formula: "s \\leftarrow \\rho s + (1-\\rho)\\, g^2,\\qquad w \\leftarrow w - \\eta\\,\\frac{g}{\\sqrt{s} + \\varepsilon}",
    sentence: "RMSProp divides the gradient by the root of a running mean of its squares.",
    step: {"operation": "times", "name": "", "of": [{"operation": "setting", "name": "learning_rate", "of": []}, {"operation": "over", "name": "", "of": [{"operation": "number", "name": "gradient", "of": []}, {"operation": "plus", "name": "", "of": [{"operation": "root", "name": "", "of": [{"operation": "number", "name": "after.squares", "of": []}]}, {"operation": "number", "name": "terms.epsilon", "of": []}]}]}]},
    lines: [{"symbol": "s", "sign": "\\leftarrow", "name": "after.squares", "expression": {"operation": "plus", "name": "", "of": [{"operation": "times", "name": "", "of": [{"operation": "setting", "name": "terms.decay", "of": []}, {"operation": "number", "name": "before.squares", "of": []}]}, {"operation": "times", "name": "", "of": [{"operation": "rest of setting", "name": "terms.decay", "of": []}, {"operation": "square", "name": "", "of": [{"operation": "number", "name": "gradient", "of": []}]}]}]}}],
  },
  "adam": {
    formula: "m \\leftarrow \\beta_1 m + (1-\\beta_1) g,\\quad s \\leftarrow \\beta_2 s + (1-\\beta_2) g^2,\\quad \\hat m = \\frac{m}{1-\\beta_1^t},\\ \\hat s = \\frac{s}{1-\\beta_2^t},\\quad w \\leftarrow w - \\eta\\,\\frac{\\hat m}{\\sqrt{\\hat s}+\\varepsilon}",
    sentence: "Adam keeps a mean of the gradients and one of their squares, both corrected for their start at 0.",
    step: {"operation": "times", "name": "", "of": [{"operation": "setting", "name": "learning_rate", "of": []}, {"operation": "over", "name": "", "of": [{"operation": "number", "name": "corrected mean", "of": []}, {"operation": "plus", "name": "", "of": [{"operation": "root", "name": "", "of": [{"operation": "number", "name": "corrected squares", "of": []}]}, {"operation": "number", "name": "terms.epsilon", "of": []}]}]}]},
    lines: [{"symbol": "m", "sign": "\\leftarrow", "name": "after.mean", "expression": {"operation": "plus", "name": "", "of": [{"operation": "times", "name": "", "of": [{"operation": "setting", "name": "terms.beta1", "of": []}, {"operation": "number", "name": "before.mean", "of": []}]}, {"operation": "times", "name": "", "of": [{"operation": "rest of setting", "name": "terms.beta1", "of": []}, {"operation": "number", "name": "gradient", "of": []}]}]}}, {"symbol": "s", "sign": "\\leftarrow", "name": "after.squares", "expression": {"operation": "plus", "name": "", "of": [{"operation": "times", "name": "", "of": [{"operation": "setting", "name": "terms.beta2", "of": []}, {"operation": "number", "name": "before.squares", "of": []}]}, {"operation": "times", "name": "", "of": [{"operation": "rest of setting", "name": "terms.beta2", "of": []}, {"operation": "square", "name": "", "of": [{"operation": "number", "name": "gradient", "of": []}]}]}]}}, {"symbol": "\\hat m", "sign": "=", "name": "corrected mean", "expression": {"operation": "over", "name": "", "of": [{"operation": "bare number", "name": "after.mean", "of": []}, {"operation": "bare number", "name": "terms.correction1", "of": []}]}}, {"symbol": "\\hat s", "sign": "=", "name": "corrected squares", "expression": {"operation": "over", "name": "", "of": [{"operation": "bare number", "name": "after.squares", "of": []}, {"operation": "bare number", "name": "terms.correction2", "of": []}]}}],
  },
};
