/** Says which functions of the tender (docs/tender.json) a story shows: `test('…', shows(25, 32), async …)`. */
export const shows = (...functions: readonly number[]) => ({
	annotation: functions.map((n) => ({ type: 'tender', description: String(n) }))
});
