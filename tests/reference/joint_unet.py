"""The joint network in plain PyTorch, as one would write it by hand: the yardstick for speed and numbers.

The modules carry the names of the tensors in a model file, so that `load_state_dict` checks names and shapes.
Section names are those of Deja, Trzcinski, Tomczak: Learning Data Representations with Joint Diffusion Models (2023).
"""
import math

import torch
import torch.nn.functional as F
from torch import nn


def group_norm(channels):
    groups = min(32, channels)
    while channels % groups:
        groups -= 1
    return nn.GroupNorm(groups, channels, eps=1e-5)


class ResidualBlock(nn.Module):
    """Two convolutions around a skip connection; the timestep enters as scale and shift (FiLM)."""

    def __init__(self, inputs, outputs, embedding, dropout):
        super().__init__()
        self.normalization_1 = group_norm(inputs)
        self.convolution_1 = nn.Conv2d(inputs, outputs, 3, padding=1)
        self.film = nn.Linear(embedding, 2 * outputs)
        self.normalization_2 = group_norm(outputs)
        self.convolution_2 = nn.Conv2d(outputs, outputs, 3, padding=1)
        if inputs != outputs:
            self.skip = nn.Conv2d(inputs, outputs, 1)
        self.same = inputs == outputs
        self.dropout = nn.Dropout2d(dropout)

    def forward(self, x, embedding):
        h = self.convolution_1(F.silu(self.normalization_1(x)))
        scale, shift = self.film(embedding)[:, :, None, None].chunk(2, dim=1)
        h = F.silu(self.normalization_2(h) * (1 + scale) + shift)
        h = self.convolution_2(self.dropout(h))
        return (x if self.same else self.skip(x)) + h


class Attention(nn.Module):
    """Self-attention among all positions, around a skip connection."""

    def __init__(self, channels, heads):
        super().__init__()
        self.normalization = group_norm(channels)
        self.queries_keys_values = nn.Linear(channels, 3 * channels)
        self.projection = nn.Linear(channels, channels)
        self.heads = heads

    def forward(self, x):
        n, c, height, width = x.shape
        tokens = self.normalization(x).flatten(2).transpose(1, 2)
        qkv = self.queries_keys_values(tokens).reshape(n, height * width, 3, self.heads, c // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        weights = torch.softmax(q @ k.transpose(-2, -1) / math.sqrt(c // self.heads), dim=-1)
        mixed = (weights @ v).transpose(1, 2).reshape(n, height * width, c)
        return x + self.projection(mixed).transpose(1, 2).reshape(n, c, height, width)


class Stage(nn.Module):
    """One step of the encoder or decoder: a residual block, perhaps attention, perhaps a change of size."""

    def __init__(self, residual=None, attention=None, downsampling=None, upsampling=None):
        super().__init__()
        if residual is not None:
            self.residual = residual
        if attention is not None:
            self.attention = attention
        if downsampling is not None:
            self.downsampling = downsampling
        if upsampling is not None:
            self.upsampling = upsampling
        self.parts = [residual, attention, downsampling, upsampling]

    def forward(self, x, embedding):
        residual, attention, downsampling, upsampling = self.parts
        if residual is not None:
            x = residual(x, embedding)
        if attention is not None:
            x = attention(x)
        if downsampling is not None:
            x = downsampling(x)
        if upsampling is not None:
            x = upsampling(F.interpolate(x, scale_factor=2, mode="nearest"))
        return x


class Time(nn.Module):
    """Sines and cosines of the timestep, then two linear maps."""

    def __init__(self, channels):
        super().__init__()
        self.linear_1 = nn.Linear(channels, 4 * channels)
        self.linear_2 = nn.Linear(4 * channels, 4 * channels)
        self.half = channels // 2

    def forward(self, t):
        steps = torch.arange(self.half, dtype=torch.float32, device=t.device)
        frequencies = torch.exp(-math.log(10_000) / self.half * steps)
        angles = t[:, None].float() * frequencies[None]
        waves = torch.cat([torch.cos(angles), torch.sin(angles)], dim=1)
        return F.silu(self.linear_2(F.silu(self.linear_1(waves))))


class Middle(nn.Module):
    def __init__(self, channels, heads, embedding, dropout):
        super().__init__()
        self.residual_1 = ResidualBlock(channels, channels, embedding, dropout)
        self.attention = Attention(channels, heads)
        self.residual_2 = ResidualBlock(channels, channels, embedding, dropout)

    def forward(self, x, embedding):
        return self.residual_2(self.attention(self.residual_1(x, embedding)), embedding)


class Head(nn.Module):
    """The classifier on the pooled representation."""

    def __init__(self, features, classes, dropout):
        super().__init__()
        self.normalization = nn.LayerNorm(features)
        self.hidden = nn.Linear(features, features // 2)
        self.output = nn.Linear(features // 2, classes)
        self.dropout = nn.Dropout(dropout)

    def forward(self, features):
        h = F.leaky_relu(self.hidden(self.dropout(self.normalization(features))))
        return self.output(self.dropout(h))


class JointUNet(nn.Module):
    """UNet whose encoder also feeds the classifier (section "Joint Diffusion Models")."""

    def __init__(self, network):
        """`network` is the part of that name of a model's specification."""
        super().__init__()
        self.patch = network["patch"]
        base, heads, dropout = network["channels"], network["heads"], network["dropout"]
        multipliers, blocks = network["multipliers"], network["residualBlocks"]
        pixels = network["imageChannels"] * self.patch ** 2
        embedding = 4 * base
        self.time = Time(base)

        def attention(level, channels):
            height = network["imageHeight"] // self.patch >> level
            return Attention(channels, heads) if height in network["attentionSizes"] else None

        channels = base * multipliers[0]
        stages = [nn.Conv2d(pixels, channels, 3, padding=1)]
        widths = [channels]
        for level, multiplier in enumerate(multipliers):
            out = base * multiplier
            for _ in range(blocks):
                stages.append(Stage(ResidualBlock(channels, out, embedding, dropout), attention(level, out)))
                channels = out
                widths.append(out)
            if level < len(multipliers) - 1:
                stages.append(Stage(downsampling=nn.Conv2d(channels, channels, 3, stride=2, padding=1)))
                widths.append(channels)
        self.encoder = nn.ModuleList(stages)
        self.middle = Middle(channels, heads, embedding, dropout)
        features = sum(widths) + channels

        stages = []
        for level in reversed(range(len(multipliers))):
            out = base * multipliers[level]
            for block in range(blocks + 1):
                last = block == blocks and level > 0
                stages.append(Stage(
                    ResidualBlock(channels + widths.pop(), out, embedding, dropout), attention(level, out),
                    upsampling=nn.Conv2d(out, out, 3, padding=1) if last else None))
                channels = out
        self.decoder = nn.ModuleList(stages)
        self.output = nn.ModuleDict({
            "normalization": group_norm(channels),
            "convolution": nn.Conv2d(channels, pixels, 3, padding=1)})
        self.head = Head(features, network["classes"], network["headDropout"])

    def encode(self, x, t):
        """The representation z_t: the output of every encoder stage and of the middle block; and the embedding."""
        embedding = self.time(t)
        h = F.pixel_unshuffle(x, self.patch)
        z = []
        for index, stage in enumerate(self.encoder):
            h = stage(h) if index == 0 else stage(h, embedding)
            z.append(h)
        z.append(self.middle(h, embedding))
        return z, embedding

    def decode(self, z, embedding):
        """The predicted noise."""
        h = z[-1]
        for stage, skip in zip(self.decoder, reversed(z[:-1])):
            h = stage(torch.cat([h, skip], dim=1), embedding)
        h = self.output["convolution"](F.silu(self.output["normalization"](h)))
        return F.pixel_shuffle(h, self.patch)

    def pool(self, z):
        return torch.cat([part.mean(dim=(2, 3)) for part in z], dim=1)

    def forward(self, x, t):
        return self.decode(*self.encode(x, t))

    def logits(self, x, t):
        return self.head(self.pool(self.encode(x, t)[0]))
