"""Checks and times the program that our engine runs, with Python and PyTorch alone: for instance on a GPU.

Usage: check_program.py FOLDER [--device cpu|cuda|...] [--rounds N]
FOLDER was written by `./bench program FOLDER`. Prints one tab-separated line a figure: name, median, minimum, maximum,
unit. The differences must be below 1e-4 (of the largest value, 32 bit); the ratios are times, ours / plain PyTorch,
measured in turns. The exit code is 1 when a difference is larger.
"""
import argparse
import contextlib
import os
import statistics
import sys
import time

import torch

from reference import Reference

ARRAYS = ("images", "x0", "variations", "noise", "signal", "sigma", "importance", "t", "y", "desired")
LARGEST_DIFFERENCE = 1e-4
SETTINGS = {"of_noise": 0.1, "of_gradient": 0.0, "diffusion": 1.0, "weight": 0.05,
            "rate": 1e-4, "decay": 0.01, "limit": 1.0, "averaging": 0.001}


def load_reference(folder, device):
    """The plain network and its inputs on the device."""
    reference = Reference(folder)
    reference.settings.update(SETTINGS)
    reference.model()
    reference.inputs()
    names = [name for name, _ in reference.network.named_parameters()]
    named = {id(parameter): name for name, parameter in reference.network.named_parameters()}
    order = [named[id(parameter)] for parameter in reference.parameters]
    assert sorted(order) == sorted(names)
    reference.network.to(device)
    moved = dict(reference.network.named_parameters())
    reference.parameters = [moved[name] for name in order]
    reference.averages = [parameter.detach().clone() for parameter in reference.parameters]
    for name in ARRAYS:
        setattr(reference, name, getattr(reference, name).to(device))
    return reference


class Ours:
    """Our program with the same weights and inputs."""

    def __init__(self, folder, precision, reference, device):
        self.program = torch.jit.load(os.path.join(folder, "program-%s.pt" % precision), map_location=device)
        self.inputs = reference
        self.flat = torch.cat([parameter.detach().flatten() for parameter in reference.parameters])
        self.masks = reference.read("masks", "f32").to(device)
        self.unpacked = self.program.unpack(self.flat)
        self.shares = [torch.tensor(SETTINGS[name], device=device) for name in ("of_noise", "of_gradient")]
        self.weights = torch.tensor([SETTINGS["diffusion"], SETTINGS["weight"]], dtype=torch.float64)
        self.first, self.second = torch.zeros_like(self.flat), torch.zeros_like(self.flat)
        self.average = self.flat.clone()

    def batch(self):
        i = self.inputs
        return (i.x0, i.variations, i.noise, i.signal, i.sigma, i.t, i.y, i.importance, self.masks)

    def denoise(self):
        return self.program.noise(self.inputs.images, self.inputs.t, self.unpacked)

    def classify(self):
        return self.program.logits(self.inputs.images, self.inputs.t, self.unpacked)

    def guide_image(self):
        return self.program.guide_image(
            self.inputs.images, self.inputs.t, self.inputs.desired, *self.shares, self.unpacked)[0]

    def gradient(self):
        return self.program.gradient(*self.batch(), self.flat, self.weights)[0]

    def step(self):
        hyper = torch.tensor(
            [SETTINGS["rate"], 0.9, 0.999, 1e-8, SETTINGS["decay"], 1 - 0.9, (1 - 0.999) ** 0.5,
             SETTINGS["averaging"], SETTINGS["limit"]], dtype=torch.float64)
        self.program.step(
            *self.batch(), self.flat, self.weights, self.first, self.second, self.average, hyper)


def difference(ours, plain):
    """The largest difference, as a share of the largest value."""
    return ((ours.flatten() - plain.flatten()).abs().max() / plain.abs().max()).item()


def check(ours, reference):
    """Our results against the plain network's."""
    plain = {
        "noise": reference.denoise()[0],
        "logits": reference.classify()[0],
        "guided_noise": reference.guide_image()[0],
        "gradient": torch.cat([part.flatten() for part in reference.gradient()[1:]]),
    }
    with torch.no_grad():
        own = {"noise": ours.denoise(), "logits": ours.classify(), "guided_noise": ours.guide_image(),
               "gradient": ours.gradient()}
    good = True
    for name, value in plain.items():
        result = difference(own[name], value.detach())
        print("%s_difference\t%.3g\t%.3g\t%.3g\tof the largest value, 32 bit" % (name, result, result, result))
        good &= result <= LARGEST_DIFFERENCE
    return good


def seconds(call, device):
    synchronize = torch.cuda.synchronize if device.startswith("cuda") else lambda: None
    synchronize()
    start = time.perf_counter()
    call()
    synchronize()
    return time.perf_counter() - start


def ratio(name, ours, plain, device, rounds, other):
    """Both take turns; the first rounds warm up. `other` says what the plain network computes with."""
    ratios, own = [], []
    for round_ in range(rounds + 3):
        theirs = seconds(plain, device)
        mine = seconds(ours, device)
        if round_ >= 3:
            ratios.append(mine / theirs)
            own.append(mine)
    for figure, values, unit in ((name, ratios, "ours / PyTorch eager, " + other), (name + "_seconds", own, "s, ours")):
        print("%s\t%.4g\t%.4g\t%.4g\t%s" % (figure, statistics.median(values), min(values), max(values), unit))


def autocast(device):
    return torch.autocast(device.split(":")[0], torch.bfloat16)


def autocasts(reference, device):
    """Old versions of PyTorch do not compute the network's normalisation so on the processor."""
    try:
        with autocast(device):
            reference.denoise()
        return True
    except RuntimeError:
        return False


def runs(call):
    try:
        call()
        return True
    except RuntimeError:
        return False


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder")
    arguments.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    arguments.add_argument("--rounds", type=int, default=15)
    options = arguments.parse_args()
    device = options.device
    print("device: %s, PyTorch %s" % (device, torch.__version__), file=sys.stderr)
    # plain 32-bit arithmetic on both sides while results are compared
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = False
    good = check(Ours(options.folder, "fp32", load_reference(options.folder, device), device),
                 load_reference(options.folder, device))
    for precision in ("fp32", "bf16"):
        reference = load_reference(options.folder, device)
        ours = Ours(options.folder, precision, reference, device)

        mixed = precision == "bf16" and autocasts(reference, device)

        def plain(call):
            with autocast(device) if mixed else contextlib.nullcontext():
                getattr(reference, call)()

        def own(call):
            with torch.no_grad():
                getattr(ours, call)()

        for figure, call in (("train_step_ratio", "step"), ("guided_call_ratio", "guide_image"),
                             ("denoiser_call_ratio", "denoise"), ("classifier_call_ratio", "classify")):
            if precision == "bf16" and not runs(lambda c=call: own(c)):
                print("%s_bf16: this PyTorch cannot compute it on this device" % figure, file=sys.stderr)
                continue
            ratio(figure + "_" + precision, lambda c=call: own(c), lambda c=call: plain(c), device, options.rounds,
                  "bf16 by autocast" if mixed else "32 bit")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
