import { answerFile } from '#server/followup/files.ts';

export const POST = ({ locals, params, request }) => answerFile(locals.signedIn, params.task, request);
