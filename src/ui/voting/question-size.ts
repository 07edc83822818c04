/** How large a question is written: the longest that can be planned has 300 signs, and is read whole. */
export function questionSize(question: string): 'short' | 'long' | 'longer' | 'longest' {
	if (question.length <= 60) return 'short';
	if (question.length <= 120) return 'long';
	return question.length <= 200 ? 'longer' : 'longest';
}
