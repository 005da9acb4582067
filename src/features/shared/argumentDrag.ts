/** What is dragged from our views: the ids of arguments as a JSON array. */
export const argumentMime = 'application/vnd.marginalia.argument';
