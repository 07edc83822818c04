import { expect, test } from 'vitest';
import { emptyTree, grow, rootOf } from '#domain/journal/tree.ts';
import { bytesOfHash, hashOf, utf8, type Hash } from '#lib/hash.ts';

/** RFC 6962, section 2.1, word for word: the slow way. */
function rootByTheBook(leaves: Hash[]): Hash {
	if (leaves.length === 0) return hashOf();
	if (leaves.length === 1) return leaves[0]!;
	let k = 1;
	while (k * 2 < leaves.length) k *= 2;
	return hashOf(
		Uint8Array.of(1),
		bytesOfHash(rootByTheBook(leaves.slice(0, k))),
		bytesOfHash(rootByTheBook(leaves.slice(k)))
	);
}
test('the growing head equals the root by the book, for every size to 130', () => {
	const leaves: Hash[] = [];
	let tree = emptyTree;
	for (let n = 0; n <= 130; n++) {
		expect(rootOf(tree)).toBe(rootByTheBook(leaves));
		const leaf = hashOf(utf8(String(n)));
		leaves.push(leaf);
		tree = grow(tree, leaf);
	}
});
