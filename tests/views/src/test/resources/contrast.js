// The texts of the page whose contrast with their background is below that of WCAG 2 AA.
() => {
    const numbers = color => color.match(/[\d.]+/g).map(Number);
    const luminance = ([r, g, b]) => {
        const [x, y, z] = [r, g, b].map(value => value / 255)
            .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    // what is behind an element: its own colour, over that of its parents where it is translucent
    const background = element => {
        if (!element) {
            return [255, 255, 255];
        }
        const [r, g, b, alpha = 1] = numbers(getComputedStyle(element).backgroundColor);
        return alpha === 1 ? [r, g, b]
            : background(element.parentElement).map((below, i) => alpha * [r, g, b][i] + (1 - alpha) * below);
    };
    const faint = [];
    for (const element of document.querySelectorAll("main *")) {
        const text = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE)
            .map(node => node.textContent.trim()).join("");
        const style = getComputedStyle(element);
        if (text && element.getClientRects().length && style.visibility === "visible") {
            const color = element instanceof SVGElement ? style.fill : style.color;
            const [low, high] = [luminance(numbers(color)), luminance(background(element))].sort((a, b) => a - b);
            const contrast = (high + 0.05) / (low + 0.05);
            if (contrast < 4.5) {
                faint.push(`${text} (${element.className}): ${contrast.toFixed(2)}`);
            }
        }
    }
    return faint;
}
