import os from 'node:os';

/** The addresses of this machine on its networks, in the order in which the system lists them. */
export const networkAddresses = (): string[] =>
	Object.values(os.networkInterfaces())
		.flatMap((list) => list ?? [])
		.filter(({ internal, family }) => !internal && family === 'IPv4')
		.map(({ address }) => address);
