import { assigneesPage } from '#server/proceedings/assignees.ts';

export async function GET({ locals, params, url, setHeaders }) {
	const text = url.searchParams.get('text') ?? '';
	setHeaders({ 'cache-control': 'no-store' });
	return Response.json(await locals.read(assigneesPage, { ...params, text }));
}
