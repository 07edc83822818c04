import { expect, test } from 'vitest';
import { hemicycle, hemicycleBox } from '#ui/attendance/hemicycle.ts';

test.each([1, 2, 7, 22, 60, 61, 500])(
	'%i seats have as many places, inside the drawing and apart',
	(count) => {
		const { places, radius } = hemicycle(count);

		expect(places).toHaveLength(count);
		for (const { x, y } of places) {
			expect(x).toBeGreaterThanOrEqual(radius);
			expect(x).toBeLessThanOrEqual(hemicycleBox.width - radius);
			expect(y).toBeGreaterThanOrEqual(radius);
			expect(y).toBeLessThanOrEqual(hemicycleBox.height - radius);
		}
		const gaps = places.flatMap((a, at) => places.slice(at + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
		expect(Math.min(Infinity, ...gaps)).toBeGreaterThan(2 * radius);
	}
);
