/** Scales of charts: from values to pixels, with ticks at round numbers. */

/** A scale from the smallest to the largest of the known values; isLog asks for a logarithmic one. */
export function scale(values, from, to, { isLog = false, ticks = 4, zero = false } = {}) {
    const known = values.filter(value => value !== null && value !== undefined && (!isLog || value > 0));
    let [low, high] = known.length ? [Math.min(...known), Math.max(...known)] : [isLog ? 0.1 : 0, 1];
    if (zero && !isLog) {
        low = Math.min(0, low);
    }
    if (low === high) {
        [low, high] = isLog ? [low / 2, high * 2] : [low - (Math.abs(low) || 1) / 2, high + (Math.abs(high) || 1) / 2];
    }
    const marks = isLog ? logTicks(low, high) : linearTicks(low, high, ticks);
    const [first, last] = [Math.min(low, marks[0]), Math.max(high, marks.at(-1))];
    const place = isLog ? Math.log : value => value;
    const stretch = (to - from) / (place(last) - place(first));
    const at = value => from + (place(value) - place(first)) * stretch;
    return { at, ticks: marks, knows: value => value !== null && value !== undefined && (!isLog || value > 0) };
}

/** Multiples of 1, 2 or 5 times a power of ten, from below the lowest to above the highest value. */
export function linearTicks(low, high, count) {
    const rough = (high - low) / count;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(factor => factor * power).find(candidate => candidate >= rough * 0.999);
    const first = Math.floor(low / step + 1e-9);
    const last = Math.ceil(high / step - 1e-9);
    return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

/** Powers of ten, with 2 and 5 times them where there are few. */
export function logTicks(low, high) {
    const decades = Math.log10(high / low);
    const factors = decades > 3 ? [1] : decades > 1.2 ? [1, 3] : [1, 2, 3, 5];
    const all = [];
    for (let power = Math.floor(Math.log10(low)) - 1; power <= Math.ceil(Math.log10(high)); power++) {
        factors.forEach(factor => all.push(factor * 10 ** power));
    }
    const first = all.findLastIndex(tick => tick <= low * 1.0001);
    const last = all.findIndex(tick => tick >= high * 0.9999);
    return all.slice(Math.max(0, first), last < 0 ? all.length : last + 1);
}

/** A number as short as a tick or a legend needs it: 0.0312, 1,200, 2e−5. */
export function short(value) {
    if (value === null || value === undefined) {
        return "–";
    }
    const size = Math.abs(value);
    if (size !== 0 && size < 0.0001) {
        return value.toExponential(1).replace(".0e", "e").replace("-", "−");
    }
    return size >= 1000 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));
}
