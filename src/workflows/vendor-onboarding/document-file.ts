import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, Modules } from "@medusajs/framework/utils"
import { plainText } from "../../lib/clean-text"
import { ErrorCode, invalidData } from "../../lib/errors"
import { newDataKey, openBytes, sealBytes } from "../../lib/key-ring"
import { ownKeyRing } from "../../lib/own-key-ring"
import { documentTypeOf } from "../../modules/vendor/domain/document-type"

export type SealedDocument = {
  id: string
  /** Encrypted, in base64. */
  content: string
  file_key_ciphertext: string
  filename: string
  mime_type: string
  size_bytes: number
}

/** Which rows a file belongs to: its key opens for its own row alone. */
export type FileOwner = { table: string; prefix: string }

const DOCUMENT: FileOwner = { table: "vendor_document", prefix: "vdoc" }

const placeOf = ({ table }: FileOwner, id: string) => ({
  table,
  column: "file_key_ciphertext",
  row_id: id,
})

/**
 * A paper as it may be stored: its kind read from its bytes, its content encrypted. Medusa's local file provider
 * serves private files to whoever knows their name.
 */
export function sealDocument(bytes: Buffer, givenName: string, owner = DOCUMENT): SealedDocument {
  const type = documentTypeOf(bytes)
  if (!type) {
    throw invalidData(ErrorCode.DOCUMENT_INVALID, "A document is a PDF, a JPEG or a PNG.")
  }
  const id = generateEntityId(undefined, owner.prefix)
  const key = newDataKey()

  return {
    id,
    content: sealBytes(key, bytes, id).toString("base64"),
    file_key_ciphertext: ownKeyRing().seal(key.toString("base64"), placeOf(owner, id)),
    filename: documentName(givenName, type.extension),
    mime_type: type.mime_type,
    size_bytes: bytes.length,
  }
}

/** A name that is safe in a header and on a disk, with the ending that belongs to the content. */
function documentName(given: string, extension: string): string {
  const stem = plainText(given)
    .replace(/\.[^.]*$/, "")
    .replace(/[^\p{L}\p{N} _-]+/gu, "-")
    .trim()
    .slice(0, 80)

  return `${stem || "document"}.${extension}`
}

export async function openDocument(
  container: MedusaContainer,
  document: { id: string; file_id: string; file_key_ciphertext: string },
  owner = DOCUMENT
): Promise<Buffer> {
  const key = Buffer.from(
    ownKeyRing().open(document.file_key_ciphertext, placeOf(owner, document.id)),
    "base64"
  )
  const sealed = await container.resolve(Modules.FILE).getAsBuffer(document.file_id)

  return openBytes(key, sealed, document.id)
}
