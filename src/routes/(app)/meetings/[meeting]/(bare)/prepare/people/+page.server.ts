import { changePart } from '#server/meetings/parts.ts';
import { form } from '#server/platform/form.ts';

export const actions = { part: form(changePart) };
