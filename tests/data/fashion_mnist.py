"""Reads the files of Fashion-MNIST, as Debian's package dataset-fashion-mnist brings them."""

import gzip
import struct

CLASS_NAMES = (
    "T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
)
IMAGES_MAGIC = 2051
LABELS_MAGIC = 2049


def read_images(path):
    """Returns the size (width, height) and the raw bytes of every image of an IDX file."""
    data = gzip.decompress(path.read_bytes())
    magic, count, height, width = struct.unpack_from(">IIII", data)
    if magic != IMAGES_MAGIC or len(data) != 16 + count * height * width:
        raise SystemExit(f"{path} is not an IDX file of images.")
    size = height * width
    return (width, height), [data[16 + i * size:16 + (i + 1) * size] for i in range(count)]


def read_labels(path):
    """Returns the labels of an IDX file."""
    data = gzip.decompress(path.read_bytes())
    magic, count = struct.unpack_from(">II", data)
    if magic != LABELS_MAGIC or len(data) != 8 + count:
        raise SystemExit(f"{path} is not an IDX file of labels.")
    return list(data[8:])
