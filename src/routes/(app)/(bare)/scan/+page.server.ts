import { originForOthers } from '#server/platform/public-address.ts';

/** The origins under which codes of ours are made. */
export const load = ({ url }) => ({ own: [url.origin, originForOthers(url)] });
