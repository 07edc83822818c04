/** Text as it is compared in a search: without marks, in small letters, *đ* as d. */
export const plain = (text: string) =>
	text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim();
