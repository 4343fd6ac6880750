"""Train nothing, export small networks with random weights from PyTorch, and write what PyTorch says of them.

python3 generate.py   (in this folder; PyTorch 1.13.0, no other package)
"""
import math

import torch
from torch import nn

EVENTS = 5
torch.manual_seed(20260101)


class Doubly(nn.Module):
    """The forward pass of MadMiner's DenseDoublyParameterizedRatioModel with tanh."""

    def __init__(self, d, k, hidden):
        super().__init__()
        widths = [d + 2 * k] + hidden
        self.layers = nn.ModuleList(
            [nn.Linear(a, b) for a, b in zip(widths, widths[1:])] + [nn.Linear(hidden[-1], 1)]
        )

    def forward(self, theta0, theta1, x):
        log_r_hat = torch.cat((x, theta0, theta1), 1)
        for i, layer in enumerate(self.layers):
            if i > 0:
                log_r_hat = torch.tanh(log_r_hat)
            log_r_hat = layer(log_r_hat)
        s_hat = 1.0 / (1.0 + torch.exp(log_r_hat))
        return s_hat, log_r_hat


class Standardised(nn.Module):
    """Physical units in, standardisation in the graph, SiLU, one number per event out."""

    def __init__(self, d, k):
        super().__init__()
        self.register_buffer("mean", torch.tensor([120.0, 0.5, -2.0][:d]))
        self.register_buffer("std", torch.tensor([40.0, 1.5, 3.0][:d]))
        self.net = nn.Sequential(nn.Linear(d + k, 24), nn.SiLU(), nn.Linear(24, 24), nn.SiLU(), nn.Linear(24, 1))

    def forward(self, x, theta):
        return self.net(torch.cat(((x - self.mean) / self.std, theta), dim=-1)).squeeze(1)


class Multiplied(nn.Module):
    """Weights on the right of a plain matrix product, softplus, two outputs: a score."""

    def __init__(self, d):
        super().__init__()
        self.w1 = nn.Parameter(torch.randn(d, 16) / math.sqrt(d))
        self.b1 = nn.Parameter(torch.randn(16))
        self.w2 = nn.Parameter(torch.randn(16, 2) / 4)
        self.b2 = nn.Parameter(torch.randn(2))

    def forward(self, x):
        return nn.functional.softplus(x @ self.w1 + self.b1) @ self.w2 + self.b2


def sequence(inputs, activation, *end):
    return nn.Sequential(
        nn.Linear(inputs, 20), activation(), nn.Linear(20, 20), activation(), nn.Linear(20, 1), *end
    )


def numbers(tensor):
    return " ".join(repr(v) for v in tensor.detach().double().flatten().tolist())


def export(name, model, opset, inputs, outputs, theta=None, log_ratio=None):
    """Write NAME.onnx, then evaluate the same weights in double precision."""
    names = list(inputs)
    axes = {n: {0: "n"} for n in names + outputs}
    torch.onnx.export(
        model, tuple(inputs.values()), name + ".onnx", input_names=names, output_names=outputs,
        opset_version=opset, dynamic_axes=axes,
    )
    model.double()
    exact = {n: v.detach().double() for n, v in inputs.items()}
    if theta:
        exact[theta].requires_grad_(True)
    results = model(*exact.values())
    results = results if isinstance(results, tuple) else (results,)
    lines = [f"{name}.{n} = {numbers(v)}" for n, v in inputs.items()]
    lines += [f"{name}.{n} = {numbers(v)}" for n, v in zip(outputs, results)]
    if theta:
        (score,) = torch.autograd.grad(log_ratio(results).sum(), exact[theta])
        lines.append(f"{name}.score = {numbers(score)}")
    return lines


def main():
    x = torch.randn(EVENTS, 3)
    theta = torch.randn(EVENTS, 2)
    other = torch.randn(1, 2).repeat(EVENTS, 1)
    physical = x * torch.tensor([40.0, 1.5, 3.0]) + torch.tensor([120.0, 0.5, -2.0])
    joined = torch.cat((theta, x), 1)
    lines = export("doubly_tanh", Doubly(3, 2, [24, 24, 24]), 13, {"theta0": theta, "theta1": other, "x": x},
                   ["s_hat", "log_r_hat"], "theta0", lambda r: r[1])
    lines += export("standardised_silu", Standardised(3, 2), 13, {"x": physical, "theta": theta}, ["log_ratio"],
                    "theta", lambda r: r[0])
    lines += export("relu_classifier", sequence(5, nn.ReLU, nn.Sigmoid()), 9, {"input": joined}, ["s_hat"], "input",
                    lambda r: torch.log((1 - r[0]) / r[0]))
    lines += export("gelu_ratio", sequence(5, nn.GELU), 13, {"input": joined}, ["log_ratio"], "input", lambda r: r[0])
    lines += export("softplus_score", Multiplied(3), 11, {"x": x}, ["t_hat"])
    with open("ref.torch.properties", "w") as out:
        out.write(f"# PyTorch {torch.__version__}, python3 generate.py: exported in single precision, evaluated in double.\n")
        out.write("# Rows of events follow each other; score is the gradient of the log ratio, in the input named last.\n")
        out.write("\n".join(lines) + "\n")


main()
