import { fileResponse, reportFile } from '#server/followup/files.ts';

export const GET = async ({ locals, params }) => fileResponse(await locals.read(reportFile, params));
