/** Of the library that reads letters for the PDF: which ones there are. */
declare module 'fontkit' {
  export const create: (bytes: Uint8Array) => { readonly characterSet: readonly number[] }
}
