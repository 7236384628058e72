/** The ids of what an app asks, by the name of the operation. A build puts them here; without them whole documents are sent. */
export const trustedIds: Readonly<Record<string, string>> = {}
