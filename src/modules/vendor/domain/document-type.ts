export type DocumentType = { mime_type: string; extension: string }

const TYPES: (DocumentType & { magic: number[] })[] = [
  { mime_type: "application/pdf", extension: "pdf", magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mime_type: "image/jpeg", extension: "jpg", magic: [0xff, 0xd8, 0xff] },
  { mime_type: "image/png", extension: "png", magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
]

/** What a file is by its first bytes, whatever it calls itself; null for a kind that is not taken. */
export function documentTypeOf(bytes: Uint8Array): DocumentType | null {
  const found = TYPES.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte))

  return found ? { mime_type: found.mime_type, extension: found.extension } : null
}
