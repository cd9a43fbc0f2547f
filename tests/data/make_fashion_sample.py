#!/usr/bin/python3
"""Makes the image samples of the example workflows from Debian's copy of Fashion-MNIST.

Needs the Debian packages dataset-fashion-mnist and python3-pil. Usage:

    /usr/bin/python3 tests/data/make_fashion_sample.py "example-workflows/Explain fashion images/data"
    /usr/bin/python3 tests/data/make_fashion_sample.py --train 0 --test 10 \
        "example-workflows/Explain with a ready model/data"

Training images come from the training set, test images from the test set; the choice within a class is random with a
fixed seed, and a smaller sample is a part of the larger one. A file is named after the position of its image in the
original set, so every image can be traced back.
"""

import argparse
import pathlib
import random
import shutil

from PIL import Image

from fashion_mnist import CLASS_NAMES, read_images, read_labels

PARTS = (("train", "train", 250), ("test", "t10k", 100))
SEED = 20231


def write_part(source, prefix, target, largest, per_class):
    """Writes per_class of the largest images of every class as PNG files into folders named after the classes."""
    size, images = read_images(source / f"{prefix}-images-idx3-ubyte.gz")
    labels = read_labels(source / f"{prefix}-labels-idx1-ubyte.gz")
    choice = random.Random(SEED)
    shutil.rmtree(target, ignore_errors=True)
    for label, class_name in enumerate(CLASS_NAMES):
        folder = target / class_name
        folder.mkdir(parents=True)
        positions = [position for position, other in enumerate(labels) if other == label]
        for position in sorted(choice.sample(positions, largest)[:per_class]):
            image = Image.frombytes("L", size, images[position])
            image.save(folder / f"{position:05d}.png", optimize=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", type=pathlib.Path, help="the data folder to write train/ and test/ into")
    parser.add_argument("--source", type=pathlib.Path, default=pathlib.Path("/usr/share/datasets/fashion-mnist"))
    for part, _, largest in PARTS:
        parser.add_argument(
            f"--{part}", type=int, choices=range(largest + 1), default=largest, metavar="N",
            help=f"{part} images of each class, at most and usually {largest}")
    arguments = parser.parse_args()
    for part, prefix, largest in PARTS:
        per_class = getattr(arguments, part)
        if per_class:
            write_part(arguments.source, prefix, arguments.target / part, largest, per_class)


if __name__ == "__main__":
    main()
