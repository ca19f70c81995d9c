import type { Change } from "../gate/compare.ts";
import { rules } from "../metrics/rules.ts";
import type { Slice } from "../summary.ts";
import { type Markup, markup } from "./markup.ts";
import type { Curve } from "./recall-curve.ts";

const width = 560;
const left = 44;
/** Of a letter, on average, at the size that the page sets. */
const letterWidth = 6.6;

interface LineOptions {
  readonly curves: readonly Curve[];
  readonly label: string;
  /** What stands under the i-th value. */
  readonly tickOf: (index: number) => string;
  readonly from: number;
  readonly to: number;
  readonly print: (value: number) => string;
}

/** Lines over equal steps, named at their ends; every point says its value when pointed at. */
export function plotLines({ curves, label, tickOf, from, to, print }: LineOptions): Markup {
  const height = 240;
  const bottom = height - 28;
  const labels = curves.map(({ name, values }) => `${name} ${print(values.at(-1) ?? 0)}`);
  const right = 16 + letterWidth * Math.max(...labels.map((text) => text.length));
  const steps = Math.max(1, (curves[0]?.values.length ?? 1) - 1);
  const x = (index: number) => left + (index / steps) * (width - left - right);
  const y = (value: number) => bottom - ((value - from) / (to - from)) * (bottom - 14);
  const grid = Array.from({ length: 5 }, (_, step) => from + ((to - from) * step) / 4);
  const names = spreadOut(curves.map(({ values }) => y(values.at(-1) ?? from)));
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
${grid.map((value) => markup`<line class="grid" x1="${left}" x2="${width - right}" y1="${y(value)}" y2="${y(value)}"/><text class="tick end" x="${left - 6}" y="${y(value) + 4}">${print(value)}</text>`)}
${(curves[0]?.values ?? []).map((_, index) => (tickOf(index) === "" ? null : markup`<text class="tick middle" x="${x(index)}" y="${height - 8}">${tickOf(index)}</text>`))}
${curves.map(
  (
    { name, values },
    at,
  ) => markup`<g class="line c${at}"><polyline points="${values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(" ")}"/>
${values.map((value, index) => markup`<circle cx="${x(index)}" cy="${y(value)}" r="3"><title>${name}, ${tickOf(index)}: ${print(value)}</title></circle>`)}
<text x="${width - right + 10}" y="${(names[at] ?? 0) + 4}">${labels[at] ?? ""}</text></g>`,
)}</svg>`;
}

/** Heights at which names do not cover each other, in the order given. */
function spreadOut(heights: readonly number[]): readonly number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height);
  const placed: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { height, index } of order) {
    last = Math.max(height, last + 16);
    placed[index] = last;
  }
  return placed;
}

/** One metric over slices: the value as a point, its 95 % interval as a line. */
export function plotSlices(metric: string, slices: readonly Slice[]): Markup {
  const shown = slices.filter(({ metrics }) => metric in metrics);
  const row = 20;
  const [start, end] = [190, width - 60];
  const height = shown.length * row + 24;
  const x = (value: number) => start + value * (end - start);
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${metric} by slice">
${[0, 0.25, 0.5, 0.75, 1].map((value) => markup`<line class="grid" x1="${x(value)}" x2="${x(value)}" y1="4" y2="${height - 20}"/><text class="tick middle" x="${x(value)}" y="${height - 6}">${value}</text>`)}
${shown.map(({ name, by, metrics }, index) => {
  const { value, lo, hi, count } = metrics[metric] ?? { value: 0, lo: 0, hi: 0, count: 0 };
  const y = index * row + 14;
  return markup`<g class="slice ${by}"><title>${name}: ${value.toFixed(3)} (${lo.toFixed(3)} to ${hi.toFixed(3)})</title><text class="end" x="${start - 10}" y="${y + 4}">${name} (${count})</text><line class="interval" x1="${x(lo)}" x2="${x(hi)}" y1="${y}" y2="${y}"/><circle cx="${x(value)}" cy="${y}" r="4"/><text class="value" x="${width - 50}" y="${y + 4}">${value.toFixed(3)}</text></g>`;
})}</svg>`;
}

/** Points gained or lost against the baseline, metric by metric; what the gate would refuse stands out. */
export function plotChanges(changes: readonly Change[]): Markup {
  const row = 20;
  const [start, end] = [265, width - 60];
  const middle = (start + end) / 2;
  const most = Math.max(0.02, ...changes.map(({ gain }) => Math.abs(gain)));
  const height = changes.length * row + 24;
  const x = (gain: number) => middle + (gain / most) * (middle - start);
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Change against the baseline">
<line class="grid" x1="${middle}" x2="${middle}" y1="4" y2="${height - 20}"/>
<text class="tick middle" x="${start}" y="${height - 6}">−${(100 * most).toFixed(1)} points, worse</text>
<text class="tick middle" x="${end}" y="${height - 6}">+${(100 * most).toFixed(1)}, better</text>
${changes.map(({ section, metric, gain, p, before, now }, index) => {
  const y = index * row + 14;
  const kind = gain > 0 ? "better" : p < 0.05 && rules[metric]?.gate !== "none" ? "worse" : "unsure";
  return markup`<g class="change ${kind}"><title>${before.toFixed(3)} to ${now.toFixed(3)}, p of a fall ${p.toFixed(3)}</title><text class="end" x="${start - 10}" y="${y + 4}">${section}: ${metric}</text><rect x="${Math.min(middle, x(gain))}" y="${y - 5}" width="${Math.abs(x(gain) - middle)}" height="10"/><text class="value" x="${width - 50}" y="${y + 4}">${gain > 0 ? "+" : ""}${(100 * gain).toFixed(1)}</text></g>`;
})}</svg>`;
}
