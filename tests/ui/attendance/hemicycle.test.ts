import { expect, test } from 'vitest';
import { hemicycle, hemicycleBox } from '#ui/attendance/hemicycle.ts';

test.each([1, 2, 7, 22, 60, 61, 500])('%i seats have as many places, inside the drawing', (count) => {
	const { places, radius } = hemicycle(count);

	expect(places).toHaveLength(count);
	const outside = places.filter(
		({ x, y }) =>
			Math.min(x, y) < radius || x > hemicycleBox.width - radius || y > hemicycleBox.height - radius
	);
	expect(outside).toEqual([]);
});

test.each([2, 60, 61, 500])('none of %i seats touches another', (count) => {
	const { places, radius } = hemicycle(count);

	const touching = places.filter((a, at) =>
		places.slice(at + 1).some((b) => Math.hypot(a.x - b.x, a.y - b.y) <= 2 * radius)
	);
	expect(touching).toEqual([]);
});
