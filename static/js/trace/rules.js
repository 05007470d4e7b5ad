/** @file The optimizers' rules as captions say them. Made by `make generate` from the tables in app/nn. */

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
