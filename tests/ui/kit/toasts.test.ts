import { expect, test, vi } from 'vitest';
import { Toasts } from '#ui/kit/toasts.svelte.ts';

test('what can be undone is offered for eight seconds and then goes', () => {
	const toasts = new Toasts();
	toasts.say('Đã gỡ tệp', vi.fn());
	for (let second = 1; second < 8; second += 1) toasts.tick();
	expect(toasts.list.map(({ left }) => left)).toEqual([1]);

	toasts.tick();

	expect(toasts.list).toEqual([]);
});

test('undoing happens once and takes the offer away', () => {
	const [toasts, undo] = [new Toasts(), vi.fn()];
	toasts.say('Đã gỡ tệp', undo);
	const [toast] = toasts.list;

	if (toast) toasts.undo(toast);

	expect(undo).toHaveBeenCalledOnce();
	expect(toasts.list).toEqual([]);
});
