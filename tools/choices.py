"""What the browser gets of the tables of choices, for `make generate` to write.

The index of its activations, one module each; what captions, figures and sentences say of functions, and of
optimizers' rules, with a server or without; and for its tests, what a server tells of choices, and what NumPy
makes of activations.
"""

import json
from dataclasses import asdict
from typing import Any

from app.data.features import FEATURES
from app.nn.activations import ACTIVATIONS
from app.nn.costs import COSTS
from app.nn.optimizers import OPTIMIZERS
from app.nn.outputs import OUTPUTS
from app.nn.rules import Expression, Rule
from app.wire.options import options

_MADE = "Made by `make generate` from the tables in"


def generated() -> dict[str, str]:
    """The text of each file by its path below the repository; it is the same on every machine."""
    return {
        "static/js/network/activations.js": _index(),
        "static/js/network/choices.js": _choices(),
        "static/js/network/output_kinds.js": _output_kinds(),
        "static/js/trace/rules.js": _rules(),
        "tests/fixtures/options.json": _options(),
    }


def _index() -> str:
    imports = "\n".join(f"import {{ {name} }} from './activations/{name}.js';" for name in ACTIVATIONS)
    return f"""/** @file Every activation by its name. {_MADE} app/nn. */

{imports}

export const ACTIVATIONS = {{
  {", ".join(ACTIVATIONS)},
}};
"""


def _output_kinds() -> str:
    kinds: dict[str, dict[str, Any]] = {
        name: {"activation": output.activation, "levels": output.levels} for name, output in OUTPUTS.items()
    }
    return f"""/**
 * @file What each output puts its sums into, and how many neurons it has. {_MADE} app/nn.
 */

/**
 * `activation`: what each neuron puts its z into; null for softmax, which looks at all of them. `levels`: the
 * targets of the first and the second class where a single neuron tells them apart, else null.
 * @typedef {{Object}} OutputKind
 * @property {{'sigmoid' | 'tanh' | 'linear' | null}} activation
 * @property {{readonly [number, number] | null}} levels
 */

/** @type {{Record<import('../types.js').OutputName, OutputKind>}} */
export const OUTPUT_KINDS = {{
{_rows(kinds)}
}};
"""


def _choices() -> str:
    activations = {
        name: {
            "title": activation.title,
            "tex": activation.tex,
            "below": activation.below,
            "silent_below": activation.silent_below,
        }
        for name, activation in ACTIVATIONS.items()
    }
    features = {name: {"tex": feature.tex, "spoken": feature.spoken} for name, feature in FEATURES.items()}
    outputs = {
        name: {
            "is_probability": output.is_probability,
            "hint": output.hint,
            "cross_entropy_hint": output.cross_entropy_hint,
        }
        for name, output in OUTPUTS.items()
    }
    costs = {name: {"equation": cost.equation, "hint": cost.hint} for name, cost in COSTS.items()}
    return f"""/**
 * @file What captions, figures and sentences say of functions. {_MADE} app/nn and app/data.
 */

/**
 * `tex`: σ(z) in TeX, with #1 for z. `below`: where σ(z) is z itself above 0, what becomes of a sum that is
 * not; `silent_below`: that is 0, whatever the sum.
 * @typedef {{{{title: string, tex: string, below: string | null, silent_below: boolean}}}} ActivationWords
 */

/** @satisfies {{Record<string, ActivationWords>}} */
export const ACTIVATION_WORDS = {{
{_rows(activations)}
}};

/**
 * How a^n is worked out by hand (null: z^n is put into the activation of this name), and the cross-entropy.
 * @typedef {{Object}} OutputWords
 * @property {{boolean}} is_probability
 * @property {{string | null}} hint
 * @property {{string | null}} cross_entropy_hint
 */

/** @satisfies {{Record<string, OutputWords>}} */
export const OUTPUT_WORDS = {{
{_rows(outputs)}
}};

/**
 * The label of its equation, and how it is worked out by hand (null: as the output says).
 * @typedef {{{{equation: string, hint: string | null}}}} CostWords
 */

/** @satisfies {{Record<string, CostWords>}} */
export const COST_WORDS = {{
{_rows(costs)}
}};

/** In TeX, and as they are read out. */
export const FEATURE_WORDS = {{
{_rows(features)}
}};
"""


def _rules() -> str:
    rules = {name: _rule(optimizer.rule) for name, optimizer in OPTIMIZERS.items()}
    return f"""/** @file The optimizers' rules as captions say them. {_MADE} app/nn. */

/**
 * A number by its name, or an operation on others (app/nn/rules.py).
 * @typedef {{{{operation: string, name: string, of: Expression[]}}}} Expression
 * @typedef {{{{symbol: string, sign: '=' | '\\\\leftarrow', name: string, expression: Expression}}}} RuleLine
 * @typedef {{{{formula: string, sentence: string, step: Expression, lines: RuleLine[]}}}} Rule
 */

/** @type {{Record<import('../types.js').Experiment['optimizer'], Rule>}} */
export const RULES = {{
{_rows(rules)}
}};
"""


def _rows(entries: dict[str, dict[str, Any]]) -> str:
    return "\n".join(
        f"  {json.dumps(name)}: {{\n"
        + "".join(f"    {key}: {json.dumps(value, ensure_ascii=False)},\n" for key, value in entry.items())
        + "  },"
        for name, entry in entries.items()
    )


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "formula": rule.formula,
        "sentence": rule.sentence,
        "step": _expression(rule.step),
        "lines": [asdict(line) | {"expression": _expression(line.expression)} for line in rule.lines],
    }


def _expression(expression: Expression) -> dict[str, Any]:
    return {
        "operation": expression.operation,
        "name": expression.name,
        "of": [_expression(part) for part in expression.of],
    }


def _options() -> str:
    told = options()
    without_previews = [{**dataset, "preview": []} for dataset in told["datasets"]]
    return json.dumps({**told, "datasets": without_previews}, ensure_ascii=False, indent=1) + "\n"
