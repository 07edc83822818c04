// postgres.js 3.4.9 writes to a connection whose backend has just died, outside of any promise: that ends the process.
// Letting the error pass is worse: the connection keeps its unsent bytes and answers nothing ever again. So the driver
// is mended after each install; a new version that no longer has these lines stops the install until this is looked at.
import fs from 'node:fs';

const file = new URL('../node_modules/postgres/src/connection.js', import.meta.url);
const mends = [
	[
		`      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))\n\n    if (stream)`,
		`      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))\n\n    if (!socket) // mended: dead\n      return (queryError(q, Errors.connection('CONNECTION_CLOSED', options)), true)\n\n    if (stream)`
	],
	[
		`  function nextWrite(fn) {\n    const x`,
		`  function nextWrite(fn) {\n    if (!socket) return (chunk = nextWriteTimer = null, false) // mended: dead\n    const x`
	],
	[
		`    remaining = 0\n    incomings = null\n    clearImmediate(nextWriteTimer)\n`,
		`    remaining = 0\n    incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null // mended: nothing unsent goes to the next backend\n`
	],
	[
		` error(Errors.connection('CONNECTION_CLOSED', options, socket))\n    closedTime`,
		` error(Errors.connection('CONNECTION_CLOSED', options, socket))\n    query = null // mended: it has been answered\n    closedTime`
	],
	[
		`        return fetchArrayTypes()\n`,
		`        return fetchArrayTypes().catch(() => {}) // mended: who asked hears of the lost connection\n`
	]
];
let text = fs.readFileSync(file, 'utf8');
for (const [was, is] of mends) {
	if (text.includes(is)) continue;
	if (!text.includes(was))
		throw new Error(`postgres.js has changed: look at scripts/patch-postgres.mjs\n${was}`);
	text = text.replace(was, () => is);
}
fs.writeFileSync(file, text);
