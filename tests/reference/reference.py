"""Runs the joint network in plain PyTorch on what another process puts into a folder.

Usage: reference.py FOLDER THREADS. Reads one command a line from standard input and answers each with one line:
    model                reads model.safetensors: weights and shape of the network
    inputs               reads the inputs, raw little-endian numbers: images, x0, variations, noise,
                         signal, sigma, importance (.f32); t, y, desired (.i32)
    settings NAME=VALUE...   of_noise, of_gradient (size of the guidance), diffusion (weight of the diffusion loss), weight (of the classification loss),
                         rate, decay, limit, averaging
    run CALL             makes the call and writes its results, one after the other, to result.f32
    time CALL            makes the call and answers with its seconds
"""
import json
import os
import struct
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

from joint_unet import JointUNet


def read_model(path):
    """The network's shape and its tensors by name, in the order of the file."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    metadata = header.pop("__metadata__")
    tensors = {}
    for name, entry in sorted(header.items(), key=lambda item: item[1]["data_offsets"]):
        begin, end = entry["data_offsets"]
        values = np.frombuffer(data[begin:end], "<f4").reshape(entry["shape"])
        tensors[name] = torch.from_numpy(values.copy())
    return json.loads(metadata["joint_diffusion.specification"])["network"], tensors


class Reference:
    def __init__(self, folder):
        self.folder = folder
        self.settings = {}

    def model(self):
        self.shape, tensors = read_model(os.path.join(self.folder, "model.safetensors"))
        self.network = JointUNet(self.shape)
        self.network.load_state_dict(tensors, strict=True)
        named = dict(self.network.named_parameters())
        self.parameters = [named[name] for name in tensors]
        self.averages = [parameter.detach().clone() for parameter in self.parameters]
        self.optimizer = None

    def inputs(self):
        image = (-1, self.shape["imageChannels"], self.shape["imageHeight"], self.shape["imageWidth"])
        for name in ("images", "x0", "variations", "noise"):
            setattr(self, name, self.read(name, "f32").reshape(image))
        for name in ("signal", "sigma"):
            setattr(self, name, self.read(name, "f32").reshape(-1, 1, 1, 1))
        self.importance = self.read("importance", "f32")
        for name in ("t", "y", "desired"):
            setattr(self, name, self.read(name, "i32").long())

    def read(self, name, kind):
        values = np.fromfile(os.path.join(self.folder, name + "." + kind), "<" + {"f32": "f4", "i32": "i4"}[kind])
        return torch.from_numpy(values)

    # -- calls ------------------------------------------------------------------------------------------------------

    @torch.no_grad()
    def denoise(self):
        self.network.eval()
        return [self.network(self.images, self.t)]

    @torch.no_grad()
    def classify(self):
        self.network.eval()
        return [self.network.logits(self.images, self.t)]

    def joint_loss(self):
        """MSE of the noise plus the cross entropy on x_t and on variations of x_0 (section "Joint training").

        Two passes of the encoder.
        """
        xt = self.x0 * self.signal + self.noise * self.sigma
        z, embedding = self.network.encode(xt, self.t)
        diffusion = F.mse_loss(self.network.decode(z, embedding), self.noise)
        noisy = self.network.head(self.network.pool(z))
        clean = self.network.logits(self.variations, torch.zeros_like(self.t))
        entropy = (self.entropy(noisy) + self.entropy(clean)) / 2
        return self.settings["diffusion"] * diffusion + self.settings["weight"] * entropy

    def entropy(self, logits):
        """Each labelled row's, times its importance."""
        return (F.cross_entropy(logits, self.y, ignore_index=-1, reduction="none") * self.importance).sum()

    def gradient(self):
        self.network.eval()
        loss = self.joint_loss()
        return [loss.detach(), *torch.autograd.grad(loss, self.parameters)]

    def guide_image(self):
        """Classifier guidance."""
        self.network.eval()
        x = self.images.clone().requires_grad_()
        z, embedding = self.network.encode(x, self.t)
        entropy = F.cross_entropy(self.network.head(self.network.pool(z)), self.desired, reduction="sum")
        (slope,) = torch.autograd.grad(entropy, x)
        with torch.no_grad():
            plain = self.network.decode(z, embedding)
            return [self.steered(plain, slope, slope)]

    def guide_representation(self):
        """The same through z_t: z moves by 5 % of its norm, the decoder answers (section "Conditional sampling")."""
        self.network.eval()
        x = self.images.clone().requires_grad_()
        z, embedding = self.network.encode(x, self.t)
        entropy = F.cross_entropy(self.network.head(self.network.pool(z)), self.desired, reduction="sum")
        *slopes, slope = torch.autograd.grad(entropy, [*z, x])
        with torch.no_grad():
            length = 0.05 * self.norms(z) / self.norms(slopes)
            plain = self.network.decode(z, embedding)
            moved = [part + length * slope for part, slope in zip(z, slopes)]
            return [self.steered(plain, self.network.decode(moved, embedding) - plain, slope)]

    def steered(self, plain, change, slope):
        """A change of a share of the predicted noise's norm plus a multiple of the slope's."""
        size = self.settings["of_noise"] * self.norms([plain]) + self.settings["of_gradient"] * self.norms([slope])
        return plain + size / self.norms([change]) * change

    @staticmethod
    def norms(tensors):
        squares = sum((tensor ** 2).flatten(1).sum(dim=1) for tensor in tensors)
        return squares.sqrt().clamp(min=1e-20)[:, None, None, None]

    def step(self):
        """One step of AdamW with clipped gradients and a moving average of the weights."""
        self.network.train()
        if self.optimizer is None:
            self.optimizer = torch.optim.AdamW(
                self.parameters, lr=self.settings["rate"], betas=(0.9, 0.999), eps=1e-8,
                weight_decay=self.settings["decay"])
        self.optimizer.zero_grad()
        self.joint_loss().backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, self.settings["limit"])
        self.optimizer.step()
        with torch.no_grad():
            for average, parameter in zip(self.averages, self.parameters):
                average.lerp_(parameter, self.settings["averaging"])
        return [*self.parameters, *self.averages]

    # -- commands ---------------------------------------------------------------------------------------------------

    def answer(self, command, arguments):
        if command == "settings":
            self.settings.update((name, float(value)) for name, value in (pair.split("=") for pair in arguments))
        elif command == "run":
            results = getattr(self, arguments[0])()
            flat = torch.cat([result.detach().flatten() for result in results]).numpy()
            flat.astype("<f4").tofile(os.path.join(self.folder, "result.f32"))
        elif command == "time":
            start = time.perf_counter()
            getattr(self, arguments[0])()
            return "%.9f" % (time.perf_counter() - start)
        else:
            getattr(self, command)()
        return "done"


def main():
    torch.set_num_threads(int(sys.argv[2]))
    reference = Reference(sys.argv[1])
    print("ready", torch.__version__, flush=True)
    for line in sys.stdin:
        command, *arguments = line.split()
        print(reference.answer(command, arguments), flush=True)


if __name__ == "__main__":
    main()
