export type Look = 'plain' | 'primary' | 'formal' | 'close' | 'quiet' | 'danger';
export type ButtonSize = 'md' | 'lg' | 'xl';
export type ButtonShape = {
	look?: Look;
	size?: ButtonSize;
	/** As wide as its place. */
	block?: boolean;
	/** The one action of a bar. */
	main?: boolean;
};

/** The classes of a button or of a link that looks like one. */
export const buttonClass = ({ look = 'plain', size = 'md', block = false, main = false }: ButtonShape) => [
	'btn',
	look !== 'plain' && `btn--${look}`,
	size !== 'md' && `btn--${size}`,
	block && 'btn--block',
	main && 'btn--main'
];
