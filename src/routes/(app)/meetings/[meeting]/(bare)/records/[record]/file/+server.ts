import { recordFile } from '#server/records/queries.ts';
import { pdfResponse } from '#server/records/response.ts';

export const GET = async ({ locals, params }) => pdfResponse(await locals.read(recordFile, params));
