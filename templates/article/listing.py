"""One point through a 2-2-2 network, back again, and one step downhill."""

import numpy as np

n = 3
point, target = np.array([1.0, 2.0]), np.array([0.0, 1.0])
# Lists by layer number; layer 1 has no weights into it. weights[i][k, j]: row = to, column = from.
weights = [None, None, np.array([[0.5, -0.25], [-1.0, 0.5]]), np.array([[1.0, -0.5], [0.5, 1.0]])]
biases = [None, None, np.array([0.5, -1.0]), np.array([0.0, 0.25])]


def softmax(z):
    """Positive numbers with the sum 1."""
    powers = np.exp(z - z.max())
    return powers / powers.sum()


def feedforward(weights, biases):
    """The pre-activations and the activations by layer number, and the cost."""
    z, a = [None, None], [None, point]
    for i in range(2, n + 1):
        z.append(weights[i] @ a[i - 1] + biases[i])  # (F1)
        a.append(np.tanh(z[i]) if i < n else softmax(z[i]))
    return z, a, -target @ np.log(a[n])  # (C1)


def backpropagate(weights, a):
    """The blame by layer number, and the derivatives by weights and biases."""
    delta, by_weight, by_bias = [None] * (n + 1), [None] * (n + 1), [None] * (n + 1)
    delta[n] = a[n] - target  # (B1)
    for i in range(n, 1, -1):
        by_bias[i] = delta[i]  # (B3)
        by_weight[i] = np.outer(delta[i], a[i - 1])  # (B4)
        if i > 2:
            delta[i - 1] = weights[i].T @ delta[i] * (1 - a[i - 1] ** 2)  # (B2)
    return delta, by_weight, by_bias


z, a, cost = feedforward(weights, biases)
delta, by_weight, by_bias = backpropagate(weights, a)

eta = 0.5
new_weights = [None, None] + [weights[i] - eta * by_weight[i] for i in (2, 3)]  # (G1)
new_biases = [None, None] + [biases[i] - eta * by_bias[i] for i in (2, 3)]  # (G1)
new_z, new_a, new_cost = feedforward(new_weights, new_biases)
promised = -eta * sum((by_weight[i] ** 2).sum() + (by_bias[i] ** 2).sum() for i in (2, 3))

# The derivative by the weight between the first neurons of layers 1 and 2, without any theory.
nudge = np.array([[0.001, 0.0], [0.0, 0.0]])
cost_above = feedforward([None, None, weights[2] + nudge, weights[3]], biases)[2]
cost_below = feedforward([None, None, weights[2] - nudge, weights[3]], biases)[2]
nudged = (cost_above - cost_below) / 0.002  # compare with by_weight[2][0, 0]
