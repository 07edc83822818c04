// The floor of the hall's figures, in a process of its own as the product is: plain writes of the same bytes to as many
// sockets, and a plain HTTP server that stores the same rows by multi-row inserts and knows no sign-in, no right, no rate.
import http from 'node:http';
import net from 'node:net';
import postgres from 'postgres';

const [port = '0', ownerUrl = ''] = process.argv.slice(2);
const { searchParams, pathname } = new URL(ownerUrl);
const sql = postgres({
	host: searchParams.get('host') ?? 'localhost',
	port: 5432,
	user: 'postgres',
	database: pathname.slice(1),
	max: 2,
	onnotice: () => {}
});
await sql`create table if not exists floor_ballots (voter text, attempt int, statement bytea, hash text, primary key (voter, attempt))`;

const sockets = new Set<net.Socket>();
const plain = net.createServer({ noDelay: true }, (socket) => {
	sockets.add(socket);
	socket.on('error', () => {}).on('close', () => sockets.delete(socket));
});
plain.listen(Number(port) + 1);

type Row = { readonly voter: string; readonly statement: string };
let waiting: { row: Row; done: () => void }[] = [];
let storing = false;
async function store() {
	storing = true;
	while (waiting.length > 0) {
		const group = waiting;
		waiting = [];
		const rows = group.map(({ row }) => ({
			voter: row.voter,
			attempt: 1,
			statement: Buffer.from(row.statement),
			hash: 'h'.repeat(64)
		}));
		await sql`insert into floor_ballots ${sql(rows)} on conflict do nothing`;
		for (const { done } of group) done();
	}
	storing = false;
}

http
	.createServer({ keepAliveTimeout: 75_000 }, async (req, res) => {
		let text = '';
		for await (const chunk of req) text += chunk;
		if (req.url === '/write') {
			const bytes = Buffer.from(text);
			for (const socket of sockets) socket.write(bytes);
			return res.end('{}');
		}
		const { round, choice, voter } = JSON.parse(text);
		const row = { voter, statement: JSON.stringify({ round, choice, voter, attempt: 1 }) };
		waiting.push({ row, done: () => res.end('{}') });
		if (!storing) setImmediate(() => storing || void store());
	})
	.listen(Number(port), () => console.log('floor ready'));
