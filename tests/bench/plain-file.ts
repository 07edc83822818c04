// The floor of a paper's figures, in a process of its own as the product is: a server that pipes one file to everybody.
import fs from 'node:fs';
import http from 'node:http';

const [file = '', port = '0'] = process.argv.slice(2);
const server = http.createServer({ keepAliveTimeout: 75_000 }, (_, res) => {
	res.writeHead(200, { 'content-type': 'application/pdf', 'content-length': fs.statSync(file).size });
	fs.createReadStream(file).pipe(res);
});
server.listen(Number(port), () => console.log('plain ready'));
