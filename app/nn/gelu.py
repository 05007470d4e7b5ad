"""GELU in its tanh form, z / (1 + e^−v) with v = 2 √(2/π) (z + 0.044715 z³), with all its digits.

½ z (1 + tanh(v / 2)) is the same, but has none of them left where tanh is nearly −1. There a relative error
of v counts |v| times, up to 700, so that v is made in two parts: from h, which is z rounded to sixteenths,
and the coefficients cut to a few bits, a part that is exact; and a rest so small that its rounding does not
matter. NumPy lacks the error function of GELU's other form.
"""

import numpy as np

from app.nn.code import ActivationCode
from app.nn.plan import ONE, Array, Plan

# v = LINEAR z + CUBIC z³. What is cut off is the rest of the true coefficient, not of its nearest float64.
LINEAR_CUT, LINEAR_REST = float.fromhex("0x1.9884534p+0"), -6.37196839509747e-10
CUBIC_CUT, CUBIC_REST = float.fromhex("0x1.2444f3p-4"), -1.3264579024687784e-09
LINEAR, CUBIC = LINEAR_CUT + LINEAR_REST, CUBIC_CUT + CUBIC_REST

FURTHEST = np.array(40.0)
"""|z| beyond which e^v is 0 or infinite."""
TO_SIXTEENTHS = np.array(1.5 * 2.0**48)
"""Added and taken off again, it rounds to sixteenths: its neighbours among the floats are so far away."""

# −v of the rows z, h, z − h, h³, z³ − h³: the exact part, and the rest.
COEFFICIENTS = -np.array(
    [[0.0, LINEAR_CUT, 0.0, CUBIC_CUT, 0.0], [LINEAR_REST, 0.0, LINEAR_CUT, CUBIC_REST, CUBIC]]
)


def gelu(z: Array, a: Array) -> Plan:
    """z / (1 + e^−v)."""
    z_held, power = np.empty_like(z), np.empty_like(z)
    return [*_power(z, z_held, power), (np.add, power, ONE, a), (np.divide, z, a, a)]


def gelu_slope(z: Array, _a: Array, slopes: Array) -> Plan:
    """g (1 + z v' (1 − g)) by the product rule, where g = 1 / (1 + e^−v) and 1 − g = 1 / (1 + e^v)."""
    z_held, power, closed = np.empty_like(z), np.empty_like(z), np.empty_like(z)
    return [
        *_power(z, z_held, power),
        (np.reciprocal, power, closed), (np.add, closed, ONE, closed), (np.reciprocal, closed, closed),
        (np.add, power, ONE, power), (np.reciprocal, power, power),
        (np.square, z_held, slopes), (np.multiply, slopes, np.array(3 * CUBIC), slopes),
        (np.add, slopes, np.array(LINEAR), slopes), (np.multiply, slopes, z_held, slopes),
        (np.multiply, slopes, closed, slopes), (np.add, slopes, ONE, slopes),
        (np.multiply, slopes, power, slopes),
    ]  # fmt: skip


def _power(z: Array, z_held: Array, power: Array) -> Plan:
    """`power` ← e^−v, and `z_held` ← z held where that is neither 0 nor infinite."""
    rows, parts = np.empty((5, z.size)), np.empty((2, z.size))
    held, h, rest, h_cubed, cubed_rest = rows.reshape(5, *z.shape)
    exact, small = parts.reshape(2, *z.shape)
    return [
        (np.fmax, z, -FURTHEST, held), (np.fmin, held, FURTHEST, held), (np.copyto, z_held, held),
        (np.add, held, TO_SIXTEENTHS, h), (np.subtract, h, TO_SIXTEENTHS, h), (np.subtract, held, h, rest),
        # z³ − h³ = (z − h) (h² + z (z + h))
        (np.square, h, h_cubed), (np.add, held, h, cubed_rest), (np.multiply, cubed_rest, held, cubed_rest),
        (np.add, cubed_rest, h_cubed, cubed_rest), (np.multiply, cubed_rest, rest, cubed_rest),
        (np.multiply, h_cubed, h, h_cubed),
        (COEFFICIENTS.dot, rows, parts), (np.exp, parts, parts), (np.multiply, exact, small, power),
    ]  # fmt: skip


GELU_CODE = ActivationCode(
    "z / (gelu_power(z) + 1)",
    "gelu_slope(z)",
    'F.gelu(z, approximate="tanh")',
    # ONNX's own GELU has its constants in float32.
    f"""\
${{a}}_cubic = Constant<value = double {{{CUBIC!r}}}>()
${{a}}_linear = Constant<value = double {{{LINEAR!r}}}>()
${{a}}_square = Mul($z, $z)
${{a}}_scaled = Mul(${{a}}_square, ${{a}}_cubic)
${{a}}_sum = Add(${{a}}_scaled, ${{a}}_linear)
${{a}}_v = Mul($z, ${{a}}_sum)
${{a}}_gate = Sigmoid(${{a}}_v)
$a = Mul($z, ${{a}}_gate)""",
    helpers=f"""\
# GELU is z / (1 + e^-v) with v = 2 sqrt(2/pi) (z + 0.044715 z^3). An error of v counts as often as v
# is large, so that v is made in two parts: one that is exact, of z rounded to sixteenths, and a rest.
LINEAR, CUBIC = {LINEAR!r}, {CUBIC!r}
PARTS = -np.array([
    [0, {LINEAR_CUT!r}, 0, {CUBIC_CUT!r}, 0],
    [{LINEAR_REST!r}, 0, {LINEAR_CUT!r}, {CUBIC_REST!r}, CUBIC],
])


def gelu_power(z):
    \"\"\"e^-v.\"\"\"
    z = np.clip(z, -40, 40)  # beyond, it is 0 or infinite
    h = z + 1.5 * 2**48 - 1.5 * 2**48  # sixteenths: so far from each other are floats of that size
    cubes = h**2 * h, ((h + z) * z + h**2) * (z - h)  # h^3, and z^3 - h^3
    exact, small = np.exp(PARTS.dot(np.reshape([z, h, z - h, *cubes], (5, -1))))
    return (exact * small).reshape(z.shape)


def gelu_slope(z):
    \"\"\"g (1 + z v' (1 - g)) with g = 1 / (1 + e^-v), by the product rule.\"\"\"
    power = gelu_power(z)
    z = np.clip(z, -40, 40)
    return ((3 * CUBIC * z**2 + LINEAR) * z * (1 / (1 / power + 1)) + 1) * (1 / (power + 1))
""",
)
