/** The parts of the page, as links within it name them. */
export const places = { asked: 'gevraagd', unseen: 'niet-gezien', erase: 'wissen' } as const
