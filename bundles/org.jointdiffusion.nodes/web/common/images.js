/** Decodes images and draws them so that every pixel can be seen. */

/** A decoded image: width, height and the RGBA values. */
export async function decode(base64) {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, canvas.width, canvas.height);
}

/**
 * Draws an image into a canvas of about the wanted size: magnified by a whole number without smoothing, so that every
 * pixel stays what it is; only images larger than that are made smaller.
 */
export function draw(canvas, image, wanted) {
    const side = Math.max(image.width, image.height);
    const zoom = side <= wanted ? Math.floor(wanted / side) : wanted / side;
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.style.width = `${Math.round(image.width * zoom)}px`;
    canvas.style.height = `${Math.round(image.height * zoom)}px`;
    canvas.classList.toggle("smooth", zoom < 1);
    canvas.getContext("2d").putImageData(image, 0, 0);
}
