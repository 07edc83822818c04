import { m } from '../messages/messages.js';
import type { Sentences } from './facts.ts';

export const documents: Sentences = {
	paperEmpty: () => m.documents_refused_paperEmpty(),
	paperTooLarge: () => m.documents_refused_paperTooLarge(),
	paperNotPdf: () => m.documents_refused_paperNotPdf(),
	paperEncrypted: () => m.documents_refused_paperEncrypted(),
	paperBroken: () => m.documents_refused_paperBroken(),
	paperUnfinished: () => m.documents_refused_paperUnfinished(),
	paperNotStored: () => m.documents_refused_paperNotStored(),
	fileUnknown: () => m.documents_refused_fileUnknown(),
	paperUnknown: () => m.documents_refused_paperUnknown(),
	paperGone: () => m.documents_refused_paperGone()
};
