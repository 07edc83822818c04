import { verifyPage } from '#server/records/public.ts';

export const load = async ({ url }) => ({ page: await verifyPage(url.searchParams.get('code')) });
