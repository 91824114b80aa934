/** A date that stays in one piece. */
export const DateText = (props: { text: string }) => <span class="date">{props.text}</span>;
