// Places of seats in a half circle, from the left end to the right, rows from the table outwards.
export type Place = { readonly x: number; readonly y: number };
export type Hemicycle = { readonly places: readonly Place[]; readonly radius: number };
export const hemicycleBox = { width: 862, height: 464 } as const;

const [centreX, centreY] = [431, 432];
const [inner, outer] = [150, 398];
const edge = 0.13; // radians left free at both ends
const perSquareRow = 2.4;
const largest = 25;

/** The places of so many seats and how large each is drawn. */
export function hemicycle(count: number): Hemicycle {
	const rows = Math.max(1, Math.min(24, Math.round(Math.sqrt(count / perSquareRow))));
	const step = rows > 1 ? (outer - inner) / (rows - 1) : outer - inner;
	const radii = Array.from({ length: rows }, (_, row) => (rows > 1 ? inner + row * step : outer));
	const counts = shared(count, radii);
	const turned = radii
		.flatMap((radius, row) => anglesOf(counts[row] ?? 0).map((angle) => ({ angle, radius })))
		.sort((a, b) => a.angle - b.angle || b.radius - a.radius);
	const places = turned.map(({ angle, radius }) => ({
		x: round(centreX - Math.cos(angle) * radius),
		y: round(centreY - Math.sin(angle) * radius)
	}));
	const closest = Math.min(
		...radii.map((radius, row) => (span * radius) / Math.max(1, (counts[row] ?? 1) - 1))
	);
	return { places, radius: round(Math.min(largest, step * 0.4, closest * 0.4)) };
}

const span = Math.PI - 2 * edge;
const round = (value: number) => Math.round(value * 10) / 10;

/** The count shared out by length of row; what rounding leaves over goes to the longest. */
function shared(count: number, radii: readonly number[]): readonly number[] {
	const whole = radii.reduce((sum, radius) => sum + radius, 0);
	const counts = radii.map((radius) => Math.floor((count * radius) / whole));
	for (
		let at = radii.length - 1;
		counts.reduce((sum, one) => sum + one, 0) < count;
		at = (at || radii.length) - 1
	)
		counts[at] = (counts[at] ?? 0) + 1;
	return counts;
}

const anglesOf = (count: number): readonly number[] =>
	count === 1 ? [Math.PI / 2] : Array.from({ length: count }, (_, at) => edge + (span * at) / (count - 1));
