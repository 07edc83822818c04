// How a council is written at the head of a page, and what place its papers are dated from.

export type Letterhead = {
	/** In full: *Hội đồng nhân dân tỉnh Minh Giang*. */
	readonly name: string;
	/** The lines above the number, in capitals. */
	readonly lines: readonly string[];
	readonly place: string;
	/** What stands behind the type in a symbol: `07/BB-HĐND`. */
	readonly symbol: string;
};

const COUNCIL = /^(?:Hội đồng nhân dân|HĐND) ((?:tỉnh|thành phố|xã|phường|đặc khu) (.+))$/;

/** From the name of the body. A name that is no council's stands as it is, with the symbol HĐND. */
export function letterheadOf(bodyName: string): Letterhead {
	const [, territory = '', place = ''] = bodyName.normalize('NFC').match(COUNCIL) ?? [];
	const name = territory ? `Hội đồng nhân dân ${territory}` : bodyName;
	const lines = territory ? ['HỘI ĐỒNG NHÂN DÂN', territory.toUpperCase()] : [bodyName.toUpperCase()];
	return { name, lines, place, symbol: 'HĐND' };
}

/** The first part of a record code: the unit's own code without the body, in plain letters. */
export const codePrefix = (unitCode: string): string =>
	unitCode.split('-')[0]?.replace(/[^A-Z0-9]/g, '') || 'X';
