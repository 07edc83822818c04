// Files that prove a report: a PDF or a picture.
export const mostReportBytes = 20 * 1024 * 1024;
export const reportTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type ReportType = (typeof reportTypes)[number];
export type ReportFileRefusal =
	| { readonly code: 'reportFileEmpty' }
	| { readonly code: 'reportFileTooLarge'; readonly most: number }
	| { readonly code: 'reportFileType' }
	| { readonly code: 'reportFileUnfinished' }
	| { readonly code: 'reportFileUnknown' };

const beginnings: { readonly [type in ReportType]: readonly number[] } = {
	'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
	'image/jpeg': [0xff, 0xd8, 0xff],
	'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
};
/** What a file is by its first bytes, whatever its name says; null where it is none of these. */
export const typeOfFile = (first: Uint8Array): ReportType | null =>
	reportTypes.find((type) => beginnings[type].every((byte, at) => first[at] === byte)) ?? null;
