/** Which list of documents an app was built with: the beginning of a SHA-256 over all of it. A build puts it here; without one whole documents are sent. */
export const trustedList: string = ''
