/** Whether somebody is writing: then nothing covers the field, it comes as a bar. */
export const isTyping = () =>
	document.activeElement instanceof HTMLElement &&
	document.activeElement.matches('input:not([type=checkbox], [type=radio]), textarea, [contenteditable]');
