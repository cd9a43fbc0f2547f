#!/usr/bin/python3
"""Makes the images of the smaller example workflows from Debian's copy of Fashion-MNIST.

Needs the Debian package dataset-fashion-mnist. Usage:

    /usr/bin/python3 tests/data/make_example_images.py example-workflows

Each workflow gets a folder of PNG files and CSV files that list them with their labels. A file is named after the
position of its image in the original set; which images are taken is random with a fixed seed.
"""

import argparse
import csv
import pathlib
import random
import shutil
import struct
import zlib

from fashion_mnist import CLASS_NAMES, read_images, read_labels

SIDE = 28
SEED = 20261
NEW_CLASS = "Bag"
SMALL_CLASS = "Sandal"


def png(pixels):
    """A PNG file of 28x28 grey pixels."""
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = b"".join(b"\0" + pixels[row * SIDE:(row + 1) * SIDE] for row in range(SIDE))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", SIDE, SIDE, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


class Images:
    """One part of Fashion-MNIST."""

    def __init__(self, source, prefix):
        _, self.pixels = read_images(source / f"{prefix}-images-idx3-ubyte.gz")
        self.labels = read_labels(source / f"{prefix}-labels-idx1-ubyte.gz")

    def choose(self, choice, per_class):
        """Positions and class names: so many of each class, in random order."""
        rows = []
        for label, name in enumerate(CLASS_NAMES):
            positions = [position for position, other in enumerate(self.labels) if other == label]
            rows += [(position, name) for position in choice.sample(positions, per_class)]
        choice.shuffle(rows)
        return rows

    def write(self, folder, rows):
        """Writes the images and gives their names, relative to the data folder, with their classes."""
        folder.mkdir(parents=True)
        named = []
        for position, name in rows:
            file = folder / f"{position:05d}.png"
            file.write_bytes(png(self.pixels[position]))
            named.append((f"{folder.name}/{file.name}", name))
        return named


def write_list(file, rows):
    """A CSV file of image files and labels; an empty label means an image without one."""
    with open(file, "w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("file", "label"))
        writer.writerows(rows)


def fresh(folder):
    """The data folder without old images."""
    for part in ("train", "test", "odd", "images"):
        shutil.rmtree(folder / part, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def few_labels(folder, train, test, choice):
    """A thousand images of which every tenth has a label."""
    rows = train.write(folder / "train", train.choose(choice, 100))
    seen = dict.fromkeys(CLASS_NAMES, 0)
    listed = []
    for file, name in rows:
        seen[name] += 1
        listed.append((file, name if seen[name] <= 10 else ""))
    write_list(folder / "train.csv", listed)
    write_list(folder / "test.csv", test.write(folder / "test", test.choose(choice, 30)))


def new_class(folder, train, test, choice):
    """Two lists of training images: the first without one of the classes."""
    rows = train.write(folder / "train", train.choose(choice, 60))
    write_list(folder / "first.csv", [row for row in rows if row[1] != NEW_CLASS])
    write_list(folder / "all.csv", rows)
    write_list(folder / "test.csv", test.write(folder / "test", test.choose(choice, 20)))


def small_class(folder, train, test, choice):
    """Training images of which one class has a tenth of what the others have."""
    rows = train.write(folder / "train", [
        row for number, row in enumerate(sorted(train.choose(choice, 60), key=lambda row: row[1]))
        if row[1] != SMALL_CLASS or number % 10 == 0])
    choice.shuffle(rows)
    write_list(folder / "train.csv", rows)
    write_list(folder / "test.csv", test.write(folder / "test", test.choose(choice, 30)))


def deliveries(folder, test, choice):
    """Images without labels, in one folder for each delivery."""
    rows = test.choose(choice, 5)
    for number in range(2):
        test.write(folder / "images" / f"delivery {number + 1}", rows[number::2])


def odd_images(folder, test, choice):
    """Usual images, and some that no model of clothes has seen."""
    rows = test.write(folder / "test", test.choose(choice, 4))
    odd = folder / "odd"
    odd.mkdir()

    def add(kind, pixels):
        file = odd / f"{kind}.png"
        file.write_bytes(png(bytes(pixels)))
        rows.append((f"odd/{file.name}", "odd"))

    def turned(pixels):
        return [pixels[(SIDE - 1 - column) * SIDE + row] for row in range(SIDE) for column in range(SIDE)]

    clothes = [test.pixels[position] for position, _ in test.choose(choice, 1)]
    for number in range(3):
        add(f"noise-{number + 1}", [choice.randrange(256) for _ in range(SIDE * SIDE)])
        add(f"negative-{number + 1}", [255 - value for value in clothes[number]])
        add(f"torn-{number + 1}", clothes[3 + number][392:] + clothes[6 + number][:392])
    add("stripes", [255 if (column // 2) % 2 else 0 for _ in range(SIDE) for column in range(SIDE)])
    add("chessboard", [255 if (row // 4 + column // 4) % 2 else 0 for row in range(SIDE) for column in range(SIDE)])
    add("cross", [255 if abs(row - column) < 3 or abs(row + column - 27) < 3 else 0
                  for row in range(SIDE) for column in range(SIDE)])
    add("trousers-turned", turned(next(pixels for pixels, label in zip(test.pixels, test.labels) if label == 1)))
    choice.shuffle(rows)
    write_list(folder / "images.csv", rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("workflows", type=pathlib.Path, help="the folder example-workflows")
    parser.add_argument("--source", type=pathlib.Path, default=pathlib.Path("/usr/share/datasets/fashion-mnist"))
    arguments = parser.parse_args()
    train, test = Images(arguments.source, "train"), Images(arguments.source, "t10k")
    few_labels(fresh(arguments.workflows / "Learn from few labels/data"), train, test, random.Random(SEED))
    new_class(fresh(arguments.workflows / "Add a class to a model/data"), train, test, random.Random(SEED + 1))
    odd_images(fresh(arguments.workflows / "Find odd images/data"), test, random.Random(SEED + 2))
    small_class(fresh(arguments.workflows / "Balance a small class/data"), train, test, random.Random(SEED + 3))
    deliveries(fresh(arguments.workflows / "Classify a folder in batch/data"), test, random.Random(SEED + 3))


if __name__ == "__main__":
    main()
